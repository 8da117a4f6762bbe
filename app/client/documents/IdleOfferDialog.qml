import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Forms
import Guanwu.Theme

// What lies idle in the city and may serve, before anything is bought.
ConfirmDialog {
    id: root

    required property DocumentView view
    required property var calls

    signal thingWanted(var thing)

    function begin() {
        offer.clear();
        asked.clear();
        asked.set("class", offer.usualClass(), "");
        open();
    }

    objectName: "idleOffer"
    title: qsTr("What lies idle in the city")
    message: qsTr("The search is noted on the request. A purchase cannot be filed without it.")
    confirmText: offer.isAnswered ? qsTr("Done") : qsTr("Search")
    canConfirm: !offer.busy
    problem: offer.problem
    wanted: 760
    onConfirmed: offer.isAnswered ? close() : offer.search(asked.value("class"), asked.value("since"))

    IdleOffer {
        id: offer
        view: root.view
    }
    AskedForm {
        calls: root.calls
        Layout.fillWidth: true
        fields: AskedFields {
            id: asked
            spec: [
                {
                    token: "class",
                    label: qsTr("Class, from its beginning"),
                    editing: "text"
                },
                {
                    token: "since",
                    label: qsTr("Not older than"),
                    editing: "date"
                }
            ]
        }
    }
    ActionButton {
        objectName: "searchIdle"
        visible: offer.isAnswered
        text: qsTr("Search again")
        iconName: "search"
        enabled: !offer.busy
        onClicked: offer.search(asked.value("class"), asked.value("since"))
    }
    EmptyState {
        visible: offer.isAnswered && offer.found.length === 0
        iconName: "search"
        title: qsTr("Nothing idle fits")
        hint: qsTr("The request can go on as it is.")
        Layout.fillWidth: true
    }
    Column {
        id: rows
        visible: offer.found.length > 0
        Layout.fillWidth: true

        Repeater {
            model: offer.found

            ListRow {
                id: row

                required property var modelData

                width: rows.width // qmllint disable unqualified
                title: modelData.title
                subtitle: modelData.subtitle
                iconName: "archive"
                onClicked: root.take(modelData) // qmllint disable unqualified

                ActionButton {
                    text: qsTr("Ask for it")
                    onClicked: root.take(row.modelData) // qmllint disable unqualified
                }
            }
        }
    }

    function take(thing: var) {
        close();
        thingWanted(thing);
    }
}
