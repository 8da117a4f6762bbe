import QtQuick
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Theme

// The photos of a finding; one opens at full size.
Flow {
    id: root

    required property var calls
    required property var photos // content hashes

    property string opened

    spacing: Theme.gap

    Repeater {
        model: root.photos

        T.Button {
            id: thumb

            required property string modelData

            width: 128
            height: 96
            focusPolicy: Qt.StrongFocus
            Accessible.name: qsTr("Photo: open it")
            onClicked: root.opened = modelData // qmllint disable unqualified
            Keys.onReturnPressed: thumb.clicked()

            background: Rectangle {
                color: Theme.sunken
                radius: Theme.radius
                border.width: thumb.visualFocus ? Theme.focusWidth : Theme.outlineWidth
                border.color: thumb.visualFocus ? Theme.focus : Theme.outline
            }
            contentItem: Item {
                CallPicture {
                    id: photo
                    anchors.fill: parent
                    anchors.margins: 3
                    longestSide: 320
                    calls: root.calls // qmllint disable unqualified
                    path: "/attachments/" + thumb.modelData
                }
                Column {
                    anchors.centerIn: parent
                    width: parent.width
                    visible: !photo.isThere

                    Icon {
                        anchors.horizontalCenter: parent.horizontalCenter
                        name: "photo"
                        color: Theme.mutedText
                    }
                    PlainText {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        wrapMode: Text.Wrap
                        muted: true
                        font.pixelSize: Theme.captionSize
                        text: photo.isRefused ? qsTr("Not sent yet") : qsTr("Loading…")
                    }
                }
            }
        }
    }

    T.Popup {
        parent: T.Overlay.overlay
        width: parent ? parent.width : 0
        height: parent ? parent.height : 0
        modal: true
        focus: true
        visible: root.opened !== ""
        padding: Theme.gapLarge
        closePolicy: T.Popup.CloseOnEscape
        onClosed: root.opened = ""

        background: Rectangle {
            color: Theme.veil
        }
        contentItem: Item {
            CallPicture {
                anchors.fill: parent
                calls: root.calls
                path: root.opened === "" ? "" : "/attachments/" + root.opened
            }
            TapHandler {
                onTapped: root.opened = ""
            }
            IconButton {
                anchors.right: parent.right
                iconName: "cross"
                text: qsTr("Close")
                tone: "white"
                onClicked: root.opened = ""
            }
        }
    }
}
