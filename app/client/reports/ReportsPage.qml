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
    property bool isArchive // the kept reports are shown in place of one
    readonly property bool isListAlone: report === "" && !isArchive
    readonly property bool isSplit: !isCompact
    readonly property alias view: pane.view
    readonly property alias known: catalog // an inner component finds its own property of that name first

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
        enabled: root.isCompact && !root.isListAlone
        onActivated: {
            root.report = "";
            root.isArchive = false;
        }
    }
    RowLayout {
        anchors.fill: parent
        spacing: 0

        ReportList {
            visible: root.isSplit || root.isListAlone
            isArchive: root.isArchive
            catalog: catalog
            report: root.report
            Layout.fillHeight: true
            Layout.fillWidth: !root.isSplit
            Layout.preferredWidth: root.isSplit ? Math.round((root.isExpanded ? 320 : 260) * Theme.typeScale) : -1
            onPicked: name => {
                root.isArchive = false;
                root.report = name;
            }
            onArchivePicked: root.isArchive = true
        }
        Rectangle {
            visible: root.isSplit
            color: Theme.outline
            Layout.fillHeight: true
            Layout.preferredWidth: Theme.outlineWidth
        }
        EmptyState {
            visible: root.isSplit && root.isListAlone
            iconName: "chart"
            title: qsTr("Choose a report")
            hint: qsTr("Each comes out of the records, with its totals checked.")
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        ReportPane {
            id: pane
            visible: root.report !== "" && !root.isArchive
            session: root.session
            catalog: catalog
            report: root.report
            isCompact: root.isCompact
            Layout.fillWidth: true
            Layout.fillHeight: true
            onBackRequested: root.report = ""
        }
        Loader {
            active: root.isArchive
            visible: active
            Layout.fillWidth: true
            Layout.fillHeight: true
            sourceComponent: KeptPane {
                session: root.session // qmllint disable unqualified
                catalog: root.known // qmllint disable unqualified
                isCompact: root.isCompact // qmllint disable unqualified
                onBackRequested: root.isArchive = false // qmllint disable unqualified
            }
        }
    }
}
