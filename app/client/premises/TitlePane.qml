import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Session
import Guanwu.Theme

// A property certificate: whose it is, of which buildings, which papers are missing and who owes them, what blocks it, and
// where the paper is.
Rectangle {
    id: root

    required property ClientSession session
    required property string certificate
    readonly property var told: record.value
    readonly property bool mayChange: session.mayFileDocuments()

    signal backRequested
    signal changed
    signal buildingRequested(string code)
    signal writeRequested(var from)

    function today(): string {
        return Qt.formatDate(new Date(), "yyyy-MM-dd");
    }
    // What the registry office is asked for; the new certificate comes into the register when that is closed.
    function begin(method: string) {
        const values = {
            "former_nos": told.cert_no
        };
        if (method === "change" || method === "correction")
            values["holder"] = told.holder.code;
        if (session.unit === "") {
            values["unit"] = told.holder.code;
            values["unit.shown"] = told.holder.name;
        }
        writeRequested({
            kind: "title",
            method: method,
            values: values
        });
    }
    function ask(form: var, spec: var) {
        form.fields.spec = [];
        form.fields.spec = spec;
        form.open();
    }

    color: Theme.page

    OneRecord {
        id: record
        calls: root.session.calls
        parts: ["titles", root.certificate]
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
        title: root.told.cert_no || root.certificate
        subtitle: root.told.holder ? root.told.holder.name : ""
        canGoBack: true
        onBackRequested: root.backRequested()
    }
    Flickable {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
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
                problem: record.problem !== "" ? record.problem : sending.problem
                actionText: record.problem !== "" ? qsTr("Try again") : ""
                onActionRequested: record.reload()
            }
            Flow {
                visible: record.isThere
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: record.isThere ? SpaceNames.titleChips(root.told) : []

                    StateChip {
                        required property var modelData

                        text: modelData.text
                        iconName: modelData.icon
                        tone: Theme.named(modelData.tone)
                        width: Math.min(implicitWidth, column.width) // qmllint disable unqualified
                    }
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("Certificate")

                ValueRows {
                    width: parent.width
                    rows: record.isThere ? SpaceNames.titleRows(root.told) : []
                }
                Flow {
                    visible: root.mayChange && root.told.current === true
                    width: parent.width
                    spacing: Theme.gap

                    Repeater {
                        model: [
                            {
                                method: "transfer",
                                text: qsTr("Transfer…"),
                                icon: "swap"
                            },
                            {
                                method: "change",
                                text: qsTr("Change…"),
                                icon: "edit"
                            },
                            {
                                method: "correction",
                                text: qsTr("Correct…"),
                                icon: "check"
                            },
                            {
                                method: "cancel",
                                text: qsTr("Cancel…"),
                                icon: "cross"
                            }
                        ]

                        ActionButton {
                            required property var modelData

                            objectName: "beginTitle-" + modelData.method
                            text: modelData.text
                            iconName: modelData.icon
                            enabled: root.told.blocked !== true // qmllint disable unqualified
                            onClicked: root.begin(modelData.method) // qmllint disable unqualified
                        }
                    }
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("Missing papers")

                PlainText {
                    visible: missing.count === 0
                    width: parent.width
                    text: root.told.missing_text || qsTr("None.")
                    muted: true
                    wrapMode: Text.Wrap
                }
                Repeater {
                    id: missing
                    model: record.isThere ? SpaceNames.missingRows(root.told) : []

                    RowLayout {
                        id: paper

                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        spacing: Theme.gap

                        StoryLine {
                            row: paper.modelData
                            Layout.fillWidth: true
                        }
                        IconButton {
                            visible: root.mayChange && !paper.modelData.isDone // qmllint disable unqualified
                            iconName: "check"
                            text: qsTr("It has come")
                            onClicked: sending.send("POST", ["titles", root.told.cert_no, "supplied-papers"], { // qmllint disable unqualified
                                name: paper.modelData.name
                            })
                        }
                    }
                }
                ActionButton {
                    objectName: "addMissing"
                    visible: root.mayChange
                    text: qsTr("A paper is missing…")
                    iconName: "plus"
                    onClicked: root.ask(paperForm, [
                        {
                            token: "name",
                            label: qsTr("Paper"),
                            isRequired: true
                        },
                        {
                            token: "owed_by",
                            label: qsTr("Who owes it"),
                            isRequired: true
                        },
                        {
                            token: "due_on",
                            label: qsTr("Until"),
                            editing: "date",
                            isRequired: true
                        }
                    ])
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("Mortgage and seizure")
                note: qsTr("They block disposal and transfer.")

                PlainText {
                    visible: blocks.count === 0
                    width: parent.width
                    text: qsTr("None.")
                    muted: true
                }
                Repeater {
                    id: blocks
                    model: record.isThere ? SpaceNames.blockRows(root.told) : []

                    RowLayout {
                        id: block

                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        spacing: Theme.gap

                        StoryLine {
                            row: block.modelData
                            Layout.fillWidth: true
                        }
                        ActionButton {
                            visible: root.mayChange // qmllint disable unqualified
                            text: qsTr("Release…")
                            onClicked: {
                                releaseForm.paperNo = block.modelData.no; // qmllint disable unqualified
                                root.ask(releaseForm, [ // qmllint disable unqualified
                                    {
                                        token: "release_no",
                                        label: qsTr("Number of the release"),
                                        isRequired: true
                                    },
                                    {
                                        token: "on",
                                        label: qsTr("Released on"),
                                        editing: "date",
                                        value: root.today(), // qmllint disable unqualified
                                        isRequired: true
                                    }
                                ]);
                            }
                        }
                    }
                }
                ActionButton {
                    objectName: "encumber"
                    visible: root.mayChange
                    text: qsTr("Mortgage or seizure…")
                    iconName: "lock"
                    onClicked: root.ask(blockForm, [
                        {
                            token: "kind",
                            label: qsTr("Kind"),
                            editing: "choice",
                            choices: SpaceNames.encumbranceKinds,
                            isRequired: true
                        },
                        {
                            token: "paper_no",
                            label: qsTr("Number of the paper"),
                            isRequired: true
                        },
                        {
                            token: "party",
                            label: qsTr("In favour of, or the court")
                        },
                        {
                            token: "from",
                            label: qsTr("Since"),
                            editing: "date",
                            value: root.today(),
                            isRequired: true
                        }
                    ])
                }
            }
            SectionPanel {
                visible: record.isThere
                width: parent.width
                title: qsTr("Where the paper is")

                PlainText {
                    visible: custody.count === 0
                    width: parent.width
                    text: qsTr("Not noted yet.")
                    muted: true
                }
                Repeater {
                    id: custody
                    model: record.isThere ? SpaceNames.custodyRows(root.told) : []

                    StoryLine {
                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        row: modelData
                    }
                }
                ActionButton {
                    objectName: "movePaper"
                    visible: root.mayChange
                    text: qsTr("Stored, issued or returned…")
                    iconName: "archive"
                    onClicked: root.ask(custodyForm, [
                        {
                            token: "step",
                            label: qsTr("Step"),
                            editing: "choice",
                            choices: SpaceNames.custodySteps,
                            isRequired: true
                        },
                        {
                            token: "person",
                            label: qsTr("Who"),
                            isRequired: true
                        },
                        {
                            token: "place",
                            label: qsTr("Place")
                        },
                        {
                            token: "on",
                            label: qsTr("On"),
                            editing: "date",
                            value: root.today(),
                            isRequired: true
                        },
                        {
                            token: "due_on",
                            label: qsTr("To be returned by"),
                            editing: "date"
                        },
                        {
                            token: "reason",
                            label: qsTr("What for")
                        }
                    ])
                }
            }
            SectionPanel {
                visible: record.isThere && (root.told.buildings || []).length > 0
                width: parent.width
                title: qsTr("Buildings")

                Repeater {
                    model: root.told.buildings || []

                    StoryLine {
                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        row: ({
                                title: modelData.name,
                                subtitle: modelData.code,
                                icon: "building"
                            })
                        canOpen: true
                        onOpened: root.buildingRequested(modelData.code) // qmllint disable unqualified
                    }
                }
            }
        }
    }
    FormDialog {
        id: paperForm
        objectName: "paperDialog"
        title: qsTr("A paper is missing")
        confirmText: qsTr("Note it")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: paperFields
        }
        onFilled: sending.send("POST", ["titles", root.told.cert_no, "missing-papers"], paperFields.filled())
    }
    FormDialog {
        id: blockForm
        objectName: "blockDialog"
        title: qsTr("Mortgage or seizure")
        message: qsTr("What stands on the certificate can then not be disposed of or transferred.")
        confirmText: qsTr("Enter")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: blockFields
        }
        onFilled: sending.send("POST", ["titles", root.told.cert_no, "encumbrances"], blockFields.filled())
    }
    FormDialog {
        id: releaseForm

        property string paperNo

        objectName: "releaseDialog"
        title: qsTr("Release %1").arg(paperNo)
        confirmText: qsTr("Release")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: releaseFields
        }
        onFilled: sending.send("POST", ["titles", root.told.cert_no, "releases"], Object.assign({
            paper_no: paperNo
        }, releaseFields.filled()))
    }
    FormDialog {
        id: custodyForm
        objectName: "custodyDialog"
        title: qsTr("The paper certificate")
        confirmText: qsTr("Note it")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: custodyFields
        }
        onFilled: sending.send("POST", ["titles", root.told.cert_no, "custody"], custodyFields.filled())
    }
}
