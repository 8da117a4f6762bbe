import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Reports
import Guanwu.Session
import Guanwu.Theme

// The official forms: which there are, and one of them.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property string report
    readonly property bool isSplit: !isCompact
    readonly property alias view: pane.view

    function show() {
        pane.show();
    }

    color: Theme.page

    ReportCatalog {
        id: catalog
        calls: root.session.calls
    }
    Shortcut {
        sequences: ["Escape"]
        enabled: root.isCompact && root.report !== ""
        onActivated: root.report = ""
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0

        ReportList {
            visible: root.isSplit || root.report === ""
            catalog: catalog
            report: root.report
            Layout.fillHeight: true
            Layout.fillWidth: !root.isSplit
            Layout.preferredWidth: root.isSplit ? Math.round((root.isExpanded ? 320 : 260) * Theme.typeScale) : -1
            onPicked: name => root.report = name
        }
        Rectangle {
            visible: root.isSplit
            color: Theme.outline
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.outlineWidth
        }
        EmptyState {
            visible: root.isSplit && root.report === ""
            iconName: "chart"
            title: qsTr("Choose a report")
            hint: qsTr("Each comes out of the records, with its totals checked.")
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        ReportPane {
            id: pane
            visible: root.report !== ""
            session: root.session
            catalog: catalog
            report: root.report
            isCompact: root.isCompact
            Layout.fillWidth: true
            Layout.fillHeight: true
            onBackRequested: root.report = ""
        }
    }
}
