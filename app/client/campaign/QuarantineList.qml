import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Theme

// Scans whose identity was taken by other content already: kept as they came, counted for nothing.
ListView {
    id: root

    required property var events

    clip: true
    spacing: Theme.gap
    boundsBehavior: Flickable.StopAtBounds
    model: events

    header: PlainText {
        visible: root.events.length > 0 // qmllint disable unqualified
        width: ListView.view.width
        bottomPadding: Theme.gap
        text: qsTr("Each of these came with an identity that another scan bears already. They are kept as they came and count for nothing: ask the unit what happened to the handheld.")
        muted: true
        wrapMode: Text.Wrap
    }
    delegate: Panel {
        id: event

        required property var modelData

        width: ListView.view.width

        ColumnLayout {
            width: parent.width
            spacing: Theme.gapSmall

            PlainText {
                text: qsTr("Unit %1, handheld %2, number %3, received %4").arg(event.modelData.unit).arg(event.modelData.install.slice(0, 8)).arg(event.modelData.seq).arg(event.modelData.received)
                font.weight: Font.DemiBold
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            PlainText {
                text: qsTr("As it came:")
                muted: true
                font.pixelSize: Theme.captionSize
            }
            PlainText {
                text: event.modelData.body
                font.pixelSize: Theme.captionSize
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
            PlainText {
                text: event.modelData.stored !== "" ? qsTr("The one that has its identity:") : qsTr("The one that has its identity belongs to another unit.")
                muted: true
                font.pixelSize: Theme.captionSize
            }
            PlainText {
                visible: event.modelData.stored !== ""
                text: event.modelData.stored
                font.pixelSize: Theme.captionSize
                wrapMode: Text.WrapAnywhere
                Layout.fillWidth: true
            }
        }
    }
    footer: EmptyState {
        visible: root.events.length === 0 // qmllint disable unqualified
        width: ListView.view.width
        height: visible ? implicitHeight : 0
        iconName: "check"
        title: qsTr("Nothing in quarantine")
    }
}
