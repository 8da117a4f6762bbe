import QtQuick
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session

// A room is put right outside of documents: measured anew, of another kind, out of use and back.
FormDialog {
    id: root

    required property ClientSession session
    required property var told // the room of GET /space/rooms/{room}

    function ask() {
        change.spec = [];
        change.spec = [
            {
                token: "state",
                label: qsTr("State"),
                editing: "choice",
                choices: SpaceNames.statesByHand(told),
                value: told.state
            },
            {
                token: "kind",
                label: qsTr("Kind"),
                editing: "choice",
                choices: SpaceNames.roomKinds,
                value: told.kind
            },
            {
                token: "service_kind",
                label: qsTr("Kind of service room"),
                value: told.service_kind || ""
            },
            {
                token: "usable_m2",
                label: qsTr("Usable area"),
                editing: "area",
                value: told.usable_m2
            },
            {
                token: "toilet_m2",
                label: qsTr("Of it toilet"),
                editing: "area",
                value: told.toilet_m2 || ""
            },
            {
                token: "rest_m2",
                label: qsTr("Of it rest room"),
                editing: "area",
                value: told.rest_m2 || ""
            },
            {
                token: "reason",
                label: qsTr("Reason"),
                isRequired: true
            }
        ];
        open();
    }

    objectName: "roomChangeDialog"
    title: qsTr("Put the room right")
    message: qsTr("Who holds and uses it is changed by documents alone. What is changed here stays in its history, with the reason.")
    confirmText: qsTr("Save")
    calls: session.calls
    fields: AskedFields {
        id: change
    }
    onFilled: call.send("POST", ["space", "rooms", told.room, "change"], change.changed())
}
