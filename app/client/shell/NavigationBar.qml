import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Theme

// The destinations along the lower edge, under the thumb. What does not fit stands behind "More".
Rectangle {
    id: root

    required property var destinations
    required property string current
    readonly property int most: 5
    readonly property bool hasMore: destinations.length > most
    readonly property var behind: hasMore ? destinations.slice(most - 1) : []
    readonly property var shown: hasMore ? destinations.slice(0, most - 1).concat([
        {
            key: "more",
            title: qsTr("More"),
            icon: "menu"
        }
    ]) : destinations

    signal chosen(string key)

    function isHere(key: string): bool {
        return key === "more" ? behind.some(one => one.key === current) : key === current;
    }

    implicitHeight: Theme.touchTarget + Theme.gapLarge
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.outlineWidth
        color: Theme.outline
    }
    Row {
        anchors.fill: parent

        Repeater {
            model: root.shown

            T.AbstractButton {
                id: button

                required property var modelData
                readonly property bool isCurrent: root.isHere(modelData.key) // qmllint disable unqualified

                objectName: "go-" + modelData.key
                width: root.width / root.shown.length // qmllint disable unqualified
                height: root.height // qmllint disable unqualified
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.PageTab
                Accessible.name: modelData.title
                onClicked: modelData.key === "more" ? more.open() : root.chosen(modelData.key) // qmllint disable unqualified
                Keys.onReturnPressed: button.clicked()

                Icon {
                    id: icon
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: Theme.gap
                    name: button.modelData.icon
                    color: words.color
                }
                PlainText {
                    id: words
                    anchors.top: icon.bottom
                    anchors.topMargin: 2
                    width: parent.width
                    text: button.modelData.title
                    color: button.isCurrent ? Theme.accent : Theme.mutedText
                    font.pixelSize: Theme.captionSize
                    font.weight: button.isCurrent ? Font.DemiBold : Font.Normal
                    horizontalAlignment: Text.AlignHCenter
                    elide: Text.ElideRight
                }
                Rectangle {
                    visible: button.isCurrent || button.visualFocus
                    width: parent.width
                    height: 3
                    color: button.visualFocus ? Theme.focus : Theme.accent
                }
            }
        }
    }
    ConfirmDialog {
        id: more
        objectName: "moreDestinations"
        title: qsTr("More")
        confirmText: qsTr("Close")
        canCancel: false
        onConfirmed: close()

        Column {
            id: list
            Layout.fillWidth: true

            Repeater {
                model: root.behind

                ListRow {
                    required property var modelData

                    objectName: "go-" + modelData.key
                    width: list.width // qmllint disable unqualified
                    title: modelData.title
                    iconName: modelData.icon
                    isCurrent: modelData.key === root.current // qmllint disable unqualified
                    onClicked: {
                        more.close(); // qmllint disable unqualified
                        root.chosen(modelData.key); // qmllint disable unqualified
                    }
                }
            }
        }
    }
}
