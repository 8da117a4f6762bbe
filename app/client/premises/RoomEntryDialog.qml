import QtQuick
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session

// A room that the registry does not have yet: measured late, rented, or built.
FormDialog {
    id: root

    required property ClientSession session

    function ask(parentCode: string) {
        room.spec = [];
        room.spec = [
            {
                token: "parent",
                label: qsTr("Code of its floor or building"),
                value: parentCode,
                isRequired: true
            },
            {
                token: "room",
                label: qsTr("Code of the room"),
                isRequired: true
            },
            {
                token: "name",
                label: qsTr("Name"),
                isRequired: true
            },
            {
                token: "kind",
                label: qsTr("Kind"),
                editing: "choice",
                choices: SpaceNames.roomKinds,
                value: "office",
                isRequired: true
            },
            {
                token: "usable_m2",
                label: qsTr("Usable area"),
                editing: "area",
                isRequired: true
            },
            {
                token: "state",
                label: qsTr("It is"),
                editing: "choice",
                choices: SpaceNames.newRoomStates,
                value: "available",
                isRequired: true
            },
            {
                token: "toilet_m2",
                label: qsTr("Of it toilet"),
                editing: "area"
            },
            {
                token: "rest_m2",
                label: qsTr("Of it rest room"),
                editing: "area"
            }
        ];
        open();
    }

    objectName: "roomDialog"
    title: qsTr("A new room")
    message: qsTr("Rooms that a document hands over wait, unregistered, until it is closed; others are in the pool at once.")
    confirmText: qsTr("Enter")
    calls: session.calls
    fields: AskedFields {
        id: room
    }
    onFilled: call.send("POST", ["space", "rooms"], room.filled())
}
