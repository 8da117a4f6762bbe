import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Registry
import Guanwu.Theme

// One field of a card to be filled in, by what it means: a line, a date, money, a choice, something to look up.
ColumnLayout {
    id: root

    required property var calls
    required property string token
    required property string label
    required property string editing
    required property string value
    required property string shown
    required property string problem
    required property bool isLocked
    required property bool isChanged
    required property bool isRequired
    required property var choices
    property string unit

    readonly property bool isLine: /^(text|long|number|money|area|date)$/.test(editing)
    readonly property bool isFlag: editing === "flag"
    readonly property string title: isRequired ? qsTr("%1 (needed)").arg(label) : editing === "money" ? qsTr("%1 (yuan)").arg(label) : editing === "area" ? qsTr("%1 (m²)").arg(label) : label

    signal edited(string value, string shown)

    function withDashes(text: string): string {
        return editing === "date" && /^\d{8}$/.test(text) ? text.slice(0, 4) + "-" + text.slice(4, 6) + "-" + text.slice(6) : text;
    }

    spacing: Theme.gapSmall

    Loader {
        Layout.fillWidth: true
        sourceComponent: root.isLine ? line : root.isFlag ? flag : pick
    }
    Component {
        id: line

        TextEntry {
            objectName: "field-" + root.token // qmllint disable unqualified
            label: root.title // qmllint disable unqualified
            hint: root.editing === "date" ? qsTr("YYYY-MM-DD") : "" // qmllint disable unqualified
            problem: root.problem // qmllint disable unqualified
            readOnly: root.isLocked // qmllint disable unqualified
            field.horizontalAlignment: /^(money|number|area)$/.test(root.editing) ? TextInput.AlignRight : TextInput.AlignLeft
            inputMethodHints: /^(money|area)$/.test(root.editing) ? Qt.ImhFormattedNumbersOnly : root.editing === "number" ? Qt.ImhDigitsOnly : root.editing === "date" ? Qt.ImhDate : Qt.ImhNone
            Component.onCompleted: {
                text = root.value; // qmllint disable unqualified
                field.cursorPosition = 0; // a long text is read from its beginning
            } // qmllint disable unqualified
            onEdited: root.edited(root.withDashes(text), "") // qmllint disable unqualified

            Connections {
                target: root // qmllint disable unqualified
                function onValueChanged() {
                    if (text !== root.value) // qmllint disable unqualified
                        text = root.value;
                }
            }
        }
    }
    Component {
        id: flag

        ColumnLayout {
            spacing: Theme.gapSmall

            PlainText {
                text: root.title // qmllint disable unqualified
                muted: true
                font.pixelSize: Theme.captionSize
            }
            ChoiceChips {
                objectName: "field-" + root.token // qmllint disable unqualified
                enabled: !root.isLocked // qmllint disable unqualified
                opacity: enabled ? 1 : 0.6
                choices: [
                    {
                        value: "false",
                        text: qsTr("No")
                    },
                    {
                        value: "true",
                        text: qsTr("Yes")
                    }
                ]
                chosen: root.value || "false" // qmllint disable unqualified
                Layout.fillWidth: true
                onPicked: value => root.edited(value, "")
            }
        }
    }
    Component {
        id: pick

        ColumnLayout {
            spacing: Theme.gapSmall

            PlainText {
                text: root.title // qmllint disable unqualified
                muted: true
                font.pixelSize: Theme.captionSize
            }
            T.Button {
                id: button
                objectName: "field-" + root.token // qmllint disable unqualified
                enabled: !root.isLocked // qmllint disable unqualified
                implicitHeight: Theme.touchTarget
                hoverEnabled: true
                focusPolicy: Qt.StrongFocus
                text: root.shown // qmllint disable unqualified
                Layout.fillWidth: true
                Accessible.role: Accessible.ComboBox
                Accessible.name: root.title + ", " + root.shown // qmllint disable unqualified
                onClicked: picker.open()
                Keys.onReturnPressed: button.clicked()
                Keys.onDownPressed: button.clicked()

                contentItem: RowLayout {
                    spacing: Theme.gap

                    PlainText {
                        text: root.shown || (root.isLocked ? "" : qsTr("Choose…")) // qmllint disable unqualified
                        muted: root.shown === "" // qmllint disable unqualified
                        elide: Text.ElideRight
                        leftPadding: Theme.gapLarge - Theme.gapSmall
                        Layout.fillWidth: true
                    }
                    Icon {
                        visible: !root.isLocked // qmllint disable unqualified
                        name: root.editing === "choice" ? "down" : "search" // qmllint disable unqualified
                        color: Theme.mutedText
                        Layout.preferredWidth: 20
                        Layout.preferredHeight: 20
                        Layout.rightMargin: Theme.gap
                    }
                }
                background: Rectangle {
                    radius: Theme.radius
                    color: root.isLocked ? Theme.sunken : button.hovered ? Theme.hovered : Theme.surface // qmllint disable unqualified
                    border.width: button.activeFocus ? Theme.focusWidth : Theme.outlineWidth
                    border.color: root.problem !== "" ? Theme.bad : button.activeFocus ? Theme.focus : Theme.outline // qmllint disable unqualified
                }
            }
            PlainText {
                visible: root.problem !== "" // qmllint disable unqualified
                text: root.problem // qmllint disable unqualified
                color: Theme.bad
                font.pixelSize: Theme.captionSize
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            ReferencePicker {
                id: picker
                calls: root.calls // qmllint disable unqualified
                kind: root.editing // qmllint disable unqualified
                unit: root.unit // qmllint disable unqualified
                title: root.label // qmllint disable unqualified
                choices: root.choices // qmllint disable unqualified
                canClear: root.value !== "" && !root.isRequired // qmllint disable unqualified
                onChosen: (value, text) => root.edited(value, text)
            }
        }
    }
    RowLayout {
        visible: root.isChanged && !root.isRequired
        spacing: Theme.gapSmall

        Icon {
            name: "edit"
            color: Theme.accent
            Layout.preferredWidth: 14
            Layout.preferredHeight: 14
        }
        PlainText {
            text: qsTr("changed")
            color: Theme.accent
            font.pixelSize: Theme.captionSize
        }
    }
}
