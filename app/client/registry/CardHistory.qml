import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// What happened to a card, the newest first: who changed what, from what to what, and why.
Panel {
    id: root

    required property var events
    required property bool hasMore

    signal moreRequested

    Column {
        width: parent.width
        spacing: Theme.gapLarge

        PlainText {
            text: qsTr("History")
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Repeater {
            model: root.events

            ColumnLayout {
                id: event

                required property var modelData

                width: parent.width
                spacing: Theme.gapSmall

                RowLayout {
                    spacing: Theme.gap
                    Layout.fillWidth: true

                    Icon {
                        name: event.modelData.isBatch ? "list" : "edit"
                        color: Theme.mutedText
                        Layout.preferredWidth: 18
                        Layout.preferredHeight: 18
                    }
                    PlainText {
                        text: qsTr("%1 by %2").arg(event.modelData.what).arg(event.modelData.who)
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                    PlainText {
                        text: event.modelData.when
                        muted: true
                        font.pixelSize: Theme.captionSize
                    }
                }
                PlainText {
                    visible: text !== ""
                    text: event.modelData.why
                    muted: true
                    wrapMode: Text.Wrap
                    leftPadding: 18 + Theme.gap
                    Layout.fillWidth: true
                }
                Repeater {
                    model: event.modelData.fields

                    Flow {
                        id: field

                        required property var modelData

                        spacing: Theme.gap
                        leftPadding: 18 + Theme.gap
                        Layout.fillWidth: true

                        PlainText {
                            text: field.modelData.label
                            muted: true
                            font.pixelSize: Theme.captionSize
                            height: Math.round(22 * Theme.typeScale)
                        }
                        PlainText {
                            text: field.modelData.before || qsTr("nothing")
                            width: Math.min(implicitWidth, field.width - 40)
                            height: Math.round(22 * Theme.typeScale)
                            elide: Text.ElideRight
                            font.pixelSize: Theme.captionSize
                            font.strikeout: true
                            color: Theme.mutedText
                        }
                        Icon {
                            name: "forward"
                            color: Theme.mutedText
                            width: 16
                            height: Math.round(22 * Theme.typeScale)
                        }
                        PlainText {
                            text: field.modelData.after || qsTr("nothing")
                            width: Math.min(implicitWidth, field.width - 40)
                            height: Math.round(22 * Theme.typeScale)
                            elide: Text.ElideRight
                            font.pixelSize: Theme.captionSize
                        }
                    }
                }
            }
        }
        PlainText {
            visible: root.events.length === 0
            text: qsTr("Nothing is told of this card yet.")
            muted: true
        }
        ActionButton {
            visible: root.hasMore
            text: qsTr("Earlier")
            kind: ActionButton.Quiet
            onClicked: root.moreRequested()
        }
    }
}
