import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Theme

// Asks before what cannot be undone, and shows what is put into it (a form, a reason).
T.Popup {
    id: root

    required property string title
    property string message
    property string confirmText: qsTr("OK")
    property string problem
    property bool isDangerous: false
    property bool canConfirm: true
    property bool canCancel: true // false: there is nothing that could be taken back, or one way out is enough
    property int wanted: 480
    default property alias content: body.data

    signal confirmed

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    modal: true
    focus: true
    padding: Theme.gapHuge
    width: parent ? Math.min(wanted, parent.width - 2 * Theme.gapLarge) : wanted
    height: parent ? Math.min(implicitHeight, parent.height - 2 * Theme.gapLarge) : implicitHeight
    implicitHeight: column.implicitHeight + 2 * padding
    closePolicy: T.Popup.CloseOnEscape

    T.Overlay.modal: Rectangle {
        color: Theme.veil
    }
    background: Rectangle {
        radius: 2 * Theme.radius
        color: Theme.raised
        border.width: Theme.outlineWidth
        border.color: Theme.outline
    }

    contentItem: ColumnLayout {
        id: column
        spacing: Theme.gapLarge

        PlainText {
            text: root.title
            font.pixelSize: Theme.titleSize
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        PlainText {
            visible: root.message !== ""
            text: root.message
            wrapMode: Text.Wrap
            Layout.fillWidth: true
        }
        // What does not fit is scrolled; the buttons stay.
        Flickable {
            id: scroll

            readonly property Item focused: Window.activeFocusItem

            function reveal(item: Item) {
                let above = item;
                while (above && above !== body)
                    above = above.parent;
                if (!above)
                    return;
                const top = item.mapToItem(body, 0, 0).y;
                contentY = Math.max(0, Math.min(top, Math.max(contentY, top + item.height - height)));
            }

            visible: body.children.length > 0 // not its height, which is none while it is hidden
            contentHeight: body.implicitHeight
            clip: true
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredHeight: Math.ceil(body.implicitHeight) + 1 // a frame at the lower edge is not cut
            Layout.minimumHeight: Math.min(body.implicitHeight, 2 * Theme.touchTarget)
            onFocusedChanged: if (focused)
                reveal(focused)
            onHeightChanged: contentY = Math.max(0, Math.min(contentY, contentHeight - height)) // has room now

            ColumnLayout {
                id: body
                spacing: Theme.gapLarge
                width: scroll.width
            }
        }
        ProblemBanner {
            problem: root.problem
            Layout.fillWidth: true
        }
        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            Item {
                Layout.fillWidth: true
            }
            ActionButton {
                visible: root.canCancel
                text: qsTr("Cancel")
                kind: ActionButton.Quiet
                onClicked: root.close()
            }
            ActionButton {
                objectName: (root.objectName ? root.objectName + "-" : "") + "confirm"
                text: root.confirmText
                enabled: root.canConfirm
                kind: root.isDangerous ? ActionButton.Danger : ActionButton.Primary
                onClicked: root.confirmed()
            }
        }
    }
}
