import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Idle
import Guanwu.Session
import Guanwu.Theme

// What lies idle in the city, and the contracts by which it is let or lent.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string tab: "pool"
    property alias number: pool.number
    property alias lease: leases.lease

    color: Theme.page

    DocumentKinds {
        id: kinds
        calls: root.session.calls
    }
    ColumnLayout {
        anchors.fill: parent
        visible: !desk.isOpen
        spacing: 0

        ChipStrip {
            objectName: "idleTabs"
            visible: !root.isCompact || root.number === "" && root.lease === ""
            inset: root.isCompact ? Theme.gap : Theme.gapLarge
            choices: [
                {
                    value: "pool",
                    text: qsTr("Idle in the city"),
                    icon: "archive"
                },
                {
                    value: "leases",
                    text: qsTr("Let and lent"),
                    icon: "key"
                }
            ]
            chosen: root.tab
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapSmall
            onPicked: value => root.tab = value
        }
        IdlePool {
            id: pool
            visible: root.tab === "pool"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
            Layout.fillWidth: true
            Layout.fillHeight: true
            onWriteRequested: from => desk.write(from)
        }
        LeasesPane {
            id: leases
            visible: root.tab === "leases"
            session: root.session
            isCompact: root.isCompact
            isExpanded: root.isExpanded
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
        onChanged: pool.reload()
    }
}
