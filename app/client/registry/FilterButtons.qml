import QtQuick
import Guanwu.Controls
import Guanwu.Registry
import Guanwu.Theme

// What narrows a list: each filter is a button that says what it is set to. `filters`: { key, kind, title, icon,
// choices }, where kind is what ReferencePicker looks up.
Flow {
    id: root

    required property var calls
    required property var filters
    property var query: ({})
    property var shown: ({}) // what a filter is called, by its key
    property list<string> kept: ["q"] // keys that are no filters
    readonly property bool isSet: Object.keys(query).some(key => kept.indexOf(key) < 0 && query[key] !== "")

    signal changedTo(var query)

    function set(key: string, value: string, text: string) {
        const next = Object.assign({}, query);
        next[key] = value;
        shown = Object.assign({}, shown, {
            [key]: text
        });
        changedTo(next);
    }
    function clear() {
        const next = {};
        for (const key of kept)
            next[key] = query[key] || "";
        changedTo(next);
    }

    spacing: Theme.gap

    Repeater {
        model: root.filters

        ActionButton {
            id: button

            required property var modelData
            readonly property string value: root.query[modelData.key] || "" // qmllint disable unqualified

            objectName: "filter-" + modelData.key
            iconName: value !== "" ? "check" : modelData.icon
            text: value !== "" ? qsTr("%1: %2").arg(modelData.title).arg(root.shown[modelData.key] || value) : modelData.title // qmllint disable unqualified
            width: root.width > 0 ? Math.min(implicitWidth, root.width) : implicitWidth // qmllint disable unqualified
            onClicked: {
                picker.field = modelData.key; // qmllint disable unqualified
                picker.kind = modelData.kind;
                picker.title = modelData.title;
                picker.choices = modelData.choices || [];
                picker.open();
            }
        }
    }
    ActionButton {
        visible: root.isSet
        text: qsTr("No filter")
        iconName: "cross"
        kind: ActionButton.Quiet
        onClicked: root.clear()
    }

    ReferencePicker {
        id: picker

        property string field

        title: ""
        calls: root.calls
        canClear: (root.query[field] || "") !== ""
        anyClass: true
        onChosen: (value, text) => root.set(field, value, text)
    }
}
