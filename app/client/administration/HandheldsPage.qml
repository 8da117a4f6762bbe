import QtQuick
import QtQuick.Layouts
import Guanwu.Administration
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// The handhelds of the registry: which there are, a new one, and the end of one.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property var chosen: ({})

    color: Theme.page

    PagedRecords {
        id: devices
        calls: root.session.calls
        path: "/devices"
        rowsKey: "devices"
        idKey: "device"
        isPaged: false
    }
    TableParts {
        id: parts
        records: devices
        storeFile: root.session.storeFile
        name: "devices"
        title: qsTr("Handhelds")
        all: AdministrationNames.deviceColumns
    }
    PageHeader {
        id: header
        width: parent.width
        title: qsTr("Handhelds")
        subtitle: devices.isAnswered ? devices.countText : ""

        TableActions {
            parts: parts
            hasColumns: !root.isCompact
        }
        ActionButton {
            objectName: "offer"
            text: qsTr("Enrol")
            iconName: "plus"
            kind: ActionButton.Primary
            onClicked: offer.open()
        }
    }
    ColumnLayout {
        id: notes
        anchors.top: header.bottom
        x: Theme.gapLarge
        width: parent.width - 2 * Theme.gapLarge
        spacing: Theme.gap

        ListProblem {
            records: devices
            Layout.fillWidth: true
            Layout.topMargin: visible ? Theme.gap : 0
            Layout.bottomMargin: visible ? Theme.gap : 0
        }
        ExportBar {
            run: parts.exporting
            Layout.fillWidth: true
        }
    }
    RecordTable {
        objectName: "devices"
        anchors.top: notes.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        records: devices
        columns: parts.columns
        selection: parts.selection
        isCompact: root.isCompact
        canPick: false
        titleKey: "name"
        noteKey: "revoked_at"
        subtitleKeys: ["enrolled_at", "offered_by"]
        emptyTitle: qsTr("No handheld is enrolled yet")
        emptyHint: qsTr("Enrol one, and scan the code with it.")
        onOpened: id => {
            root.chosen = devices.record(devices.rowOf(id));
            detail.open();
        }
    }
    DeviceOffer {
        id: revoking
        calls: root.session.calls
        onRevoked: {
            detail.close();
            devices.reload();
        }
    }
    OfferDialog {
        id: offer
        objectName: "offerDialog"
        calls: root.session.calls
        serverUrl: root.session.serverUrl
        onClosed: devices.reload()
    }
    ConfirmDialog {
        id: detail

        readonly property bool isRevoked: !!root.chosen.revoked_at

        title: root.chosen.name || ""
        message: isRevoked ? qsTr("This handheld was revoked. It never comes back; enrol it anew if it is found.") : qsTr("Revoking ends its log-ins at once, and it never comes back. What it has not sent stays on it.")
        confirmText: isRevoked ? qsTr("Close") : qsTr("Revoke")
        isDangerous: !isRevoked
        canCancel: !isRevoked
        canConfirm: !revoking.busy
        problem: revoking.problem
        onConfirmed: isRevoked ? close() : revoking.revoke(root.chosen.device)
    }
}
