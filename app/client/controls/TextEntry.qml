import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// One line of text with its name above and what is wrong with it below.
ColumnLayout {
    id: root

    property string label
    property string problem
    property string hint // inside, while empty
    property string iconName
    property alias text: field.text
    property alias field: field
    property alias echoMode: field.echoMode
    property alias inputMethodHints: field.inputMethodHints
    property alias readOnly: field.readOnly

    signal accepted
    signal edited

    function focusField() {
        field.forceActiveFocus();
        field.selectAll();
    }

    spacing: Theme.gapSmall

    PlainText {
        visible: root.label !== ""
        text: root.label
        muted: true
        font.pixelSize: Theme.captionSize
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    T.TextField {
        id: field

        Layout.fillWidth: true
        implicitHeight: Theme.touchTarget
        leftPadding: root.iconName ? 40 : Theme.gapLarge - Theme.gapSmall
        rightPadding: Theme.gapLarge - Theme.gapSmall
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        placeholderTextColor: Theme.mutedText
        font.family: Theme.family
        font.pixelSize: Theme.bodySize
        verticalAlignment: TextInput.AlignVCenter
        selectByMouse: true
        Accessible.name: root.label || root.hint
        onAccepted: root.accepted()
        onTextEdited: root.edited()

        PlainText {
            anchors.fill: parent
            anchors.leftMargin: field.leftPadding
            anchors.rightMargin: field.rightPadding
            visible: field.text === "" && field.preeditText === ""
            text: root.hint
            muted: true
            elide: Text.ElideRight
        }
        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            color: Theme.mutedText
            width: 20
            height: 20
            x: 12
            anchors.verticalCenter: parent.verticalCenter
        }

        background: Rectangle {
            radius: Theme.radius
            color: field.readOnly ? Theme.sunken : Theme.surface
            border.width: field.activeFocus ? Theme.focusWidth : Theme.outlineWidth
            border.color: root.problem !== "" ? Theme.bad : field.activeFocus ? Theme.focus : Theme.outline
        }
    }
    PlainText {
        visible: root.problem !== ""
        text: root.problem
        color: Theme.bad
        font.pixelSize: Theme.captionSize
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
}
