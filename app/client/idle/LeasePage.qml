import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Idle
import Guanwu.Session
import Guanwu.Theme

// One contract: its things, and its rent period by period.
Rectangle {
    id: root

    required property ClientSession session
    required property string lease
    readonly property var contract: record.value
    readonly property bool isRunning: contract.state === "running"

    signal backRequested
    signal changed

    function today(): string {
        return Qt.formatDate(new Date(), "yyyy-MM-dd");
    }

    color: Theme.page

    OneRecord {
        id: record
        calls: root.session.calls
        parts: ["leases", root.lease]
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: {
            record.reload();
            root.changed();
        }
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: root.contract.counterparty || ""
        subtitle: root.contract.contract_no || ""
        canGoBack: true
        onBackRequested: root.backRequested()
    }
    Flickable {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}

        Column {
            id: column
            x: Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(860, parent.width - 2 * Theme.gapLarge)
            spacing: Theme.gapLarge

            ProblemBanner {
                width: parent.width
                problem: record.problem
                actionText: qsTr("Try again")
                onActionRequested: record.reload()
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: IdleNames.leaseKindName(root.contract.kind || "")

                StateChip {
                    text: IdleNames.leaseStateName(root.contract.state || "")
                    iconName: root.isRunning ? "play" : "lock"
                    tone: root.isRunning ? Theme.info : Theme.neutral
                }
                ValueRows {
                    width: parent.width
                    rows: IdleNames.leaseRows(root.contract)
                }
                Flow {
                    width: parent.width
                    spacing: Theme.gap

                    ActionButton {
                        objectName: "payRent"
                        visible: root.session.maySettleDocuments() && root.contract.kind === "lease"
                        text: qsTr("Rent received…")
                        iconName: "plus"
                        kind: ActionButton.Primary
                        onClicked: {
                            payment.clear();
                            paying.open();
                        }
                    }
                    ActionButton {
                        objectName: "endLease"
                        visible: root.session.mayFileDocuments() && root.isRunning
                        text: qsTr("End the contract…")
                        iconName: "lock"
                        onClicked: {
                            last.clear();
                            ending.open();
                        }
                    }
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("Things")

                Repeater {
                    model: root.contract.assets || []

                    PlainText {
                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        text: modelData.name + " · " + modelData.asset_no
                        wrapMode: Text.Wrap
                    }
                }
            }
            SectionPanel {
                visible: (root.contract.rent || []).length > 0
                width: parent.width
                title: qsTr("Rent")

                Repeater {
                    model: IdleNames.rentRows(root.contract)

                    RowLayout {
                        id: rent

                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        spacing: Theme.gap

                        Icon {
                            name: rent.modelData.icon
                            color: Theme.named(rent.modelData.tone)
                            Layout.preferredWidth: 20
                            Layout.preferredHeight: 20
                        }
                        ColumnLayout {
                            spacing: 2
                            Layout.fillWidth: true

                            PlainText {
                                text: rent.modelData.title
                                wrapMode: Text.Wrap
                                Layout.fillWidth: true
                            }
                            PlainText {
                                text: rent.modelData.subtitle
                                muted: true
                                font.pixelSize: Theme.captionSize
                                wrapMode: Text.Wrap
                                Layout.fillWidth: true
                            }
                        }
                        ColumnLayout {
                            spacing: 2

                            PlainText {
                                text: rent.modelData.due
                                horizontalAlignment: Text.AlignRight
                                Layout.fillWidth: true
                            }
                            PlainText {
                                text: rent.modelData.state
                                color: Theme.named(rent.modelData.tone)
                                font.pixelSize: Theme.captionSize
                                horizontalAlignment: Text.AlignRight
                                Layout.fillWidth: true
                            }
                        }
                    }
                }
            }
        }
    }
    FormDialog {
        id: paying
        objectName: "paymentDialog"
        title: qsTr("Rent received")
        message: qsTr("It settles the oldest rent first.")
        confirmText: qsTr("Book")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: payment
            spec: [
                {
                    token: "amount_yuan",
                    label: qsTr("Amount"),
                    editing: "money",
                    isRequired: true
                },
                {
                    token: "paid_on",
                    label: qsTr("Received on"),
                    editing: "date",
                    value: root.today(),
                    isRequired: true
                },
                {
                    token: "voucher_no",
                    label: qsTr("Voucher"),
                    isRequired: true
                }
            ]
        }
        onFilled: sending.send("POST", ["leases", root.lease, "payments"], payment.filled())
    }
    FormDialog {
        id: ending
        objectName: "endDialog"
        title: qsTr("End the contract")
        message: qsTr("Rent behind the last day is dropped, and the things are what they were before.")
        confirmText: qsTr("End it")
        isDangerous: true
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: last
            spec: [
                {
                    token: "last_day",
                    label: qsTr("Last day"),
                    editing: "date",
                    value: root.today(),
                    isRequired: true
                },
                {
                    token: "reason",
                    label: qsTr("Reason")
                }
            ]
        }
        onFilled: sending.send("POST", ["leases", root.lease, "end"], last.filled())
    }
}
