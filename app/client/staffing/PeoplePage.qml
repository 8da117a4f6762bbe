import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Session
import Guanwu.Staffing
import Guanwu.Theme

// What people hold, and the handover when one leaves; for the bureau, the reforms of units.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string tab: "holdings"
    property alias person: holdings.person

    color: Theme.page

    DocumentKinds {
        id: kinds
        calls: root.session.calls
    }
    ColumnLayout {
        anchors.fill: parent
        visible: !desk.isOpen
        spacing: 0

        PageHeader {
            title: root.tab === "holdings" ? qsTr("What people hold") : qsTr("Reform of units")
            subtitle: root.tab === "holdings" ? qsTr("Who leaves hands over everything first.") : qsTr("Numbers, history and totals stay.")
            Layout.fillWidth: true
        }
        ChipStrip {
            visible: root.session.mayImport()
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: [
                {
                    value: "holdings",
                    text: qsTr("People"),
                    icon: "user"
                },
                {
                    value: "reform",
                    text: qsTr("Units"),
                    icon: "building"
                }
            ]
            chosen: root.tab
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            onPicked: value => root.tab = value
        }
        HoldingsPane {
            id: holdings
            visible: root.tab === "holdings"
            session: root.session
            Layout.fillWidth: true
            Layout.fillHeight: true
            onWriteRequested: from => desk.write(from)
            onDocumentRequested: no => desk.look(no)
        }
        ReformPane {
            visible: root.tab === "reform"
            session: root.session
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
    DocumentDesk {
        id: desk
        anchors.fill: parent
        visible: isOpen
        session: root.session
        kinds: kinds
        onChanged: holdings.reload()
        onClosed: holdings.reload()
    }
}
