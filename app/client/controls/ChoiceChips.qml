import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// One of a few: chips in a row that wraps. `choices` are objects { value, text, icon }.
Flow {
    id: root

    required property var choices
    property var chosen

    signal picked(var value)

    function chosenChip(): Item {
        for (let i = 0; i < children.length; ++i)
            if (children[i].isChosen)
                return children[i];
        return null;
    }

    spacing: Theme.gap

    Repeater {
        model: root.choices

        T.Button {
            id: chip

            required property int index
            required property var modelData
            readonly property bool isChosen: modelData.value === root.chosen // qmllint disable unqualified

            objectName: "chip-" + index
            implicitHeight: Theme.touchTarget
            implicitWidth: Math.max(Theme.touchTarget, line.implicitWidth + 2 * Theme.gapLarge)
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.RadioButton
            Accessible.name: modelData.text
            Accessible.checked: isChosen
            onClicked: root.picked(modelData.value) // qmllint disable unqualified
            Keys.onReturnPressed: chip.clicked()

            contentItem: Item {
                Row {
                    id: line
                    anchors.centerIn: parent
                    spacing: Theme.gapSmall

                    Icon {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: name !== ""
                        width: visible ? 18 : 0
                        height: 18
                        name: chip.isChosen ? "check" : chip.modelData.icon || ""
                        color: words.color
                    }
                    PlainText {
                        id: words
                        anchors.verticalCenter: parent.verticalCenter
                        text: chip.modelData.text
                        color: chip.isChosen ? Theme.accent : Theme.text
                        font.weight: chip.isChosen ? Font.DemiBold : Font.Normal
                    }
                }
            }
            background: Rectangle {
                radius: height / 2
                color: chip.isChosen ? Theme.selected : chip.hovered ? Theme.hovered : Theme.surface
                border.width: chip.visualFocus ? Theme.focusWidth : Theme.outlineWidth
                border.color: chip.visualFocus ? Theme.focus : chip.isChosen ? Theme.accent : Theme.outline
            }
        }
    }
}
