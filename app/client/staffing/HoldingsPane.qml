import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Staffing
import Guanwu.Theme

// Everything that one person uses or keeps, and the way to hand it over.
Flickable {
    id: root

    required property ClientSession session
    property string person // code
    property string personName
    readonly property var told: record.value
    readonly property var things: record.isThere ? StaffingNames.holdings(record.value) : []

    signal writeRequested(var from)
    signal documentRequested(string no)

    function reload() {
        record.reload();
    }
    function begin(method: string) {
        const name = told.person ? root.told.person.name : personName;
        writeRequested({
            kind: "custody",
            method: method,
            assets: method === "leaving" ? [] : things.map(one => one.assetNo),
            values: {
                "giver": person,
                "giver.shown": name
            }
        });
    }

    contentHeight: column.height + 2 * Theme.gapLarge
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: ThinScrollBar {}

    OneRecord {
        id: record
        calls: root.session.calls
        parts: root.person !== "" ? ["people", root.person, "holdings"] : []
    }
    Column {
        id: column
        x: Theme.gapLarge
        y: Theme.gapLarge
        width: Math.min(1000, root.width - 2 * Theme.gapLarge)
        spacing: Theme.gapLarge

        Flow {
            width: parent.width
            spacing: Theme.gap

            ActionButton {
                objectName: "choosePerson"
                text: root.person === "" ? qsTr("Choose a person…") : qsTr("Another person…")
                iconName: "search"
                kind: root.person === "" ? ActionButton.Primary : ActionButton.Secondary
                onClicked: picker.open()
            }
            ActionButton {
                objectName: "beginLeaving"
                visible: record.isThere && root.things.length > 0 && root.session.mayFileDocuments()
                text: qsTr("The person leaves: hand everything over…")
                iconName: "door"
                kind: ActionButton.Primary
                width: Math.min(implicitWidth, column.width)
                onClicked: root.begin("leaving")
            }
            ActionButton {
                visible: record.isThere && root.things.length > 0 && root.session.mayFileDocuments()
                text: qsTr("Hand over…")
                iconName: "swap"
                onClicked: root.begin("handover")
            }
        }
        ProblemBanner {
            width: parent.width
            problem: record.problem
            actionText: qsTr("Try again")
            onActionRequested: record.reload()
        }
        EmptyState {
            visible: root.person === ""
            width: parent.width
            iconName: "people"
            title: qsTr("Whose things?")
            hint: qsTr("Choose a person to see everything that he or she uses or keeps.")
        }
        SectionPanel {
            visible: record.isThere
            width: parent.width
            title: root.told.person ? root.told.person.name : ""
            note: root.person

            StateChip {
                objectName: "outstanding"
                text: root.things.length === 0 ? qsTr("Nothing is outstanding: may leave") : qsTr("%1 things are outstanding").arg(root.things.length)
                iconName: root.things.length === 0 ? "check" : "alert"
                tone: root.things.length === 0 ? Theme.good : Theme.warning
            }
            Column {
                id: list
                width: parent.width

                Repeater {
                    model: root.things

                    ListRow {
                        id: thing

                        required property var modelData

                        width: list.width // qmllint disable unqualified
                        leftPadding: 0
                        rightPadding: 0
                        title: modelData.title
                        subtitle: modelData.document !== "" ? qsTr("on %1").arg(modelData.document) + " · " + modelData.subtitle : modelData.subtitle
                        iconName: "tag"
                        focusPolicy: Qt.NoFocus
                        hoverEnabled: false

                        PlainText {
                            visible: thing.width > 520
                            text: thing.modelData.value
                        }
                        IconButton {
                            visible: thing.modelData.document !== ""
                            text: qsTr("Document %1 has it").arg(thing.modelData.document)
                            iconName: "forward"
                            onClicked: root.documentRequested(thing.modelData.document) // qmllint disable unqualified
                        }
                    }
                }
            }
        }
    }
    ReferencePicker {
        id: picker
        title: qsTr("Whose things?")
        calls: root.session.calls
        kind: "person"
        unit: root.session.unit
        onChosen: (value, text) => {
            root.personName = text;
            root.person = value;
        }
    }
}
