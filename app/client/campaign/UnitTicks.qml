import QtQuick
import QtQuick.Layouts
import Guanwu.Campaign
import Guanwu.Controls
import Guanwu.Theme

// The units of a campaign to be ticked.
ColumnLayout {
    id: root

    required property UnitList units
    required property bool isCompact

    spacing: 0

    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.gap

        SearchEntry {
            hint: qsTr("Name, code or department")
            Layout.fillWidth: true
            Layout.maximumWidth: 320
            onSettled: text => root.units.search = text
        }
        Item {
            visible: !root.isCompact
            Layout.fillWidth: true
        }
        ActionButton {
            text: root.isCompact ? qsTr("All") : qsTr("Tick all shown")
            kind: ActionButton.Quiet
            onClicked: root.units.tickShown(true)
        }
        ActionButton {
            visible: root.units.ticked.length > 0
            text: root.isCompact ? qsTr("None") : qsTr("Untick all shown")
            kind: ActionButton.Quiet
            onClicked: root.units.tickShown(false)
        }
    }
    ListView {
        clip: true
        model: root.units
        boundsBehavior: Flickable.StopAtBounds
        Layout.fillWidth: true
        Layout.fillHeight: true

        delegate: ListRow {
            id: row

            required property int index
            required property string unit
            required property string name
            required property string unitState
            required property string figures
            required property bool ticked

            width: ListView.view.width
            title: name
            subtitle: qsTr("%1, %2").arg(unit).arg(figures)
            isCurrent: ticked
            Accessible.checkable: true
            Accessible.checked: ticked
            onClicked: root.units.tick(index) // qmllint disable unqualified
            Keys.onSpacePressed: row.clicked()

            StateChip {
                visible: !root.isCompact // qmllint disable unqualified
                text: CampaignWords.stateWord(row.unitState)
                iconName: CampaignWords.stateIcon(row.unitState)
                tone: Theme.named(CampaignWords.stateTone(row.unitState))
            }
            Icon {
                visible: root.isCompact // qmllint disable unqualified
                name: CampaignWords.stateIcon(row.unitState)
                color: Theme.named(CampaignWords.stateTone(row.unitState))
                Layout.preferredWidth: 20
                Layout.preferredHeight: 20
            }
            TickBox {
                ticked: row.ticked
            }
        }
    }
}
