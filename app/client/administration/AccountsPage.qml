import QtQuick
import QtQuick.Layouts
import Guanwu.Administration
import Guanwu.Controls
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// Accounts and their roles. Each administrator sees what is his to do: adding and closing, or granting.
Rectangle {
    id: root

    required property ClientSession session
    required property var settings
    required property bool isCompact
    required property bool isExpanded

    property var chosen: ({})

    color: Theme.page

    PagedRecords {
        id: accounts
        calls: root.session.calls
        path: "/accounts"
        rowsKey: "accounts"
        idKey: "login"
        isPaged: false
    }
    TableParts {
        id: parts
        records: accounts
        storeFile: root.session.storeFile
        name: "accounts"
        title: qsTr("Accounts")
        all: AdministrationNames.accountColumns
    }
    AccountChange {
        id: change
        calls: root.session.calls
        onDone: {
            accounts.reload();
            if (password === "")
                detail.close();
            adding.close();
        }
    }
    PageHeader {
        id: header
        width: parent.width
        title: qsTr("Accounts")
        subtitle: accounts.isAnswered ? accounts.countText : ""

        TableActions {
            parts: parts
            hasColumns: !root.isCompact
        }
        ActionButton {
            objectName: "addAccount"
            visible: root.session.mayManageAccounts()
            text: qsTr("Add")
            iconName: "plus"
            kind: ActionButton.Primary
            onClicked: {
                change.forget();
                adding.open();
            }
        }
    }
    ColumnLayout {
        id: notes
        anchors.top: header.bottom
        x: Theme.gapLarge
        width: parent.width - 2 * Theme.gapLarge
        spacing: Theme.gap

        ListProblem {
            records: accounts
            Layout.fillWidth: true
        }
        ExportBar {
            run: parts.exporting
            Layout.fillWidth: true
        }
        Panel {
            visible: change.password !== ""
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            Layout.bottomMargin: Theme.gap

            ColumnLayout {
                width: parent.width
                spacing: Theme.gap

                PlainText {
                    text: qsTr("First password of %1, shown once: hand it over, it is kept nowhere.").arg(change.login)
                    wrapMode: Text.Wrap
                    Layout.fillWidth: true
                }
                RowLayout {
                    TextEntry {
                        objectName: "firstPassword"
                        text: change.password
                        readOnly: true
                        Layout.fillWidth: true
                    }
                    ActionButton {
                        text: qsTr("Done")
                        onClicked: change.forget()
                    }
                }
            }
        }
    }
    RecordTable {
        objectName: "accounts"
        anchors.top: notes.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        records: accounts
        columns: parts.columns
        selection: parts.selection
        isCompact: root.isCompact
        canPick: false
        titleKey: "name"
        noteKey: "role"
        subtitleKeys: ["disabled", "login", "unit", "department"]
        emptyTitle: qsTr("There are no accounts")
        onOpened: id => {
            root.chosen = accounts.record(accounts.rowOf(id));
            change.forget();
            detail.open();
        }
    }
    ConfirmDialog {
        id: adding
        title: qsTr("Add an account")
        message: qsTr("It has no role until the security administrator grants one.")
        confirmText: qsTr("Add")
        canConfirm: !change.busy && login.text !== "" && name.text !== ""
        problem: change.problem
        onConfirmed: change.add(login.text, name.text)

        TextEntry {
            id: login
            objectName: "newLogin"
            label: qsTr("Account, never given again")
            Layout.fillWidth: true
        }
        TextEntry {
            id: name
            objectName: "newName"
            label: qsTr("Name")
            Layout.fillWidth: true
        }
    }
    ConfirmDialog {
        id: detail

        readonly property bool isClosed: root.chosen.disabled === true
        readonly property bool grants: root.session.mayGrantRoles()
        property string role: root.chosen.role || ""
        readonly property bool needsUnit: AdministrationNames.needsUnit(role)
        readonly property bool needsDepartment: AdministrationNames.needsDepartment(role)

        title: root.chosen.name || ""
        message: root.chosen.login || ""
        confirmText: grants ? qsTr("Grant") : qsTr("Close")
        canCancel: grants
        canConfirm: !change.busy && (!grants || role !== "")
        problem: change.problem
        onAboutToShow: role = root.chosen.role || ""
        onConfirmed: grants ? change.grant(root.chosen.login, role, needsUnit ? unit.text : "", needsDepartment ? department.text : "") : close()

        ChoiceChips {
            visible: detail.grants
            choices: AdministrationNames.roles
            chosen: detail.role
            Layout.fillWidth: true
            onPicked: value => detail.role = value
        }
        TextEntry {
            id: unit
            visible: detail.grants && detail.needsUnit
            label: qsTr("Code of the unit")
            text: root.chosen.unit || ""
            Layout.fillWidth: true
        }
        TextEntry {
            id: department
            visible: detail.grants && detail.needsDepartment
            label: qsTr("Department")
            text: root.chosen.department || ""
            Layout.fillWidth: true
        }
        Flow {
            visible: root.session.mayManageAccounts()
            spacing: Theme.gap
            Layout.fillWidth: true

            ActionButton {
                objectName: "resetPassword"
                text: qsTr("New first password")
                iconName: "key"
                enabled: !change.busy
                onClicked: {
                    change.resetPassword(root.chosen.login);
                    detail.close();
                }
            }
            ActionButton {
                objectName: "setDisabled"
                text: detail.isClosed ? qsTr("Open the account again") : qsTr("Close the account")
                iconName: detail.isClosed ? "check" : "lock"
                enabled: !change.busy
                onClicked: change.setDisabled(root.chosen.login, !detail.isClosed)
            }
        }
    }
}
