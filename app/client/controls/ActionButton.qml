import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// A button with a word, and an icon where one helps.
T.Button {
    id: root

    enum Kind {
        Primary,
        Secondary,
        Quiet,
        Danger
    }

    property int kind: ActionButton.Secondary
    property string iconName
    property int mostLines: 1

    readonly property bool isFilled: kind === ActionButton.Primary || kind === ActionButton.Danger
    readonly property color tone: kind === ActionButton.Danger ? Theme.bad : Theme.accent
    readonly property color ink: !enabled ? Theme.mutedText : isFilled ? Theme.accentText : tone

    implicitHeight: Math.max(Theme.touchTarget, words.implicitHeight + 2 * Theme.gap)
    implicitWidth: Math.max(Theme.touchTarget, words.implicitWidth + (iconName ? Math.round(20 * Theme.typeScale) + Theme.gap : 0) + leftPadding + rightPadding)
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: text
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    contentItem: Item {
        Row {
            id: line
            anchors.centerIn: parent
            spacing: Theme.gap

            Icon {
                id: icon
                visible: root.iconName !== ""
                name: root.iconName
                color: root.ink
                width: visible ? Math.round(20 * Theme.typeScale) : 0
                height: width
                anchors.verticalCenter: parent.verticalCenter
            }
            PlainText {
                id: words
                text: root.text
                color: root.ink
                elide: Text.ElideRight
                wrapMode: root.mostLines > 1 ? Text.Wrap : Text.NoWrap
                maximumLineCount: root.mostLines
                font.weight: Font.Medium
                width: Math.min(implicitWidth, root.width - root.leftPadding - root.rightPadding - (icon.visible ? icon.width + line.spacing : 0))
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }

    background: Rectangle {
        radius: Theme.radius
        color: !root.enabled ? Theme.sunken : root.isFilled ? (root.down ? Qt.darker(root.tone, 1.2) : root.hovered ? Qt.lighter(root.tone, 1.1) : root.tone) : root.down || root.hovered ? Theme.hovered : root.kind === ActionButton.Quiet ? "transparent" : Theme.surface
        border.width: root.visualFocus ? Theme.focusWidth : root.kind === ActionButton.Secondary || Theme.isHighContrast ? Theme.outlineWidth : 0
        border.color: root.visualFocus ? (root.isFilled ? Theme.text : Theme.focus) : Theme.outline
    }
}
