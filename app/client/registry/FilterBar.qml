import QtQuick
import Guanwu.Controls
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// What narrows the list of cards: each filter is a button that says what it is set to.
Flow {
    id: root

    required property ClientSession session
    property var query: ({})
    readonly property bool isSet: Object.keys(query).some(key => key !== "q" && query[key] !== "")
    property var shown: ({}) // what a filter is called, by its key

    signal changedTo(var query)

    function set(key: string, value: string, text: string) {
        const next = Object.assign({}, query);
        next[key] = value;
        shown = Object.assign({}, shown, {
            [key]: text
        });
        changedTo(next);
    }

    spacing: Theme.gap

    Repeater {
        model: [
            {
                key: "use_state",
                kind: "choice",
                title: qsTr("State"),
                icon: "flag"
            },
            {
                key: "place",
                kind: "place",
                title: qsTr("Place"),
                icon: "door"
            },
            {
                key: "class",
                kind: "class",
                title: qsTr("Class"),
                icon: "list"
            },
            {
                key: "user",
                kind: "person",
                title: qsTr("User"),
                icon: "user"
            },
            {
                key: "unit",
                kind: "unit",
                title: qsTr("Unit"),
                icon: "building"
            }
        ]

        ActionButton {
            id: button

            required property var modelData
            readonly property string value: root.query[modelData.key] || "" // qmllint disable unqualified

            objectName: "filter-" + modelData.key
            iconName: value !== "" ? "check" : modelData.icon
            text: value !== "" ? qsTr("%1: %2").arg(modelData.title).arg(root.shown[modelData.key] || value) : modelData.title // qmllint disable unqualified
            width: Math.min(implicitWidth, root.width) // qmllint disable unqualified
            onClicked: {
                picker.field = modelData.key; // qmllint disable unqualified
                picker.kind = modelData.kind;
                picker.title = modelData.title;
                picker.open();
            }
        }
    }
    ActionButton {
        visible: root.isSet
        text: qsTr("No filter")
        iconName: "cross"
        kind: ActionButton.Quiet
        onClicked: root.changedTo({
            q: root.query.q || ""
        })
    }

    ReferencePicker {
        id: picker

        property string field

        title: ""
        calls: root.session.calls
        choices: kind === "choice" ? RegistryNames.choices(field) : []
        canClear: (root.query[field] || "") !== ""
        anyClass: true
        onChosen: (value, text) => root.set(field, value, text)
    }
}
