import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Files
import Guanwu.Forms
import Guanwu.Premises
import Guanwu.Records
import Guanwu.Registry
import Guanwu.Session
import Guanwu.Theme

// From the need of a unit to rooms: what it may have beside what it uses, which rooms are proposed and why, and the
// requests under way.
Item {
    id: root

    required property ClientSession session
    required property DocumentKinds kinds
    required property bool isCompact
    required property bool isExpanded
    property string unit: session.unit
    property string unitName
    property bool everybody: false
    property var others: [] // further units of a reform: { code, name }
    property bool isWanted: false // nothing is asked for before it is looked at
    readonly property var calls: isWanted ? session.calls : null
    readonly property var ofUnit: check.value
    readonly property var proposal: proposed.value
    readonly property bool hasRooms: (proposal.rooms || []).length > 0
    readonly property var beyond: proposed.isThere && others.length === 0 ? SpaceNames.beyondPool(proposal) : ({})
    readonly property bool isCity: session.unit === ""

    signal writeRequested(var from)
    signal documentRequested(string no)

    function reload() {
        check.reload();
        proposed.reload();
        requests.reload();
        certificates.reload();
        publication.reload();
    }
    function begin(method: string, values: var) {
        writeRequested({
            kind: "space",
            method: method,
            values: Object.assign({
                "unit": unit,
                "unit.shown": ofUnit.name || ""
            }, values)
        });
    }

    onUnitChanged: others = []

    onVisibleChanged: isWanted = isWanted || visible
    Component.onCompleted: isWanted = isWanted || visible

    OneRecord {
        id: check
        calls: root.calls
        parts: ["space", "units", root.unit]
    }
    OneRecord {
        id: proposed
        calls: root.calls
        parts: root.others.length > 0 ? ["space", "proposal"] : ["space", "units", root.unit, "proposal"]
        query: root.others.length > 0 ? ({
                everybody: root.everybody ? "true" : "",
                units: [root.unit].concat(root.others.map(one => one.code)).join(",")
            }) : ({
                everybody: root.everybody ? "true" : ""
            })
    }
    PagedRecords {
        id: requests
        calls: root.calls
        path: "/documents"
        rowsKey: "documents"
        idKey: "no"
        query: ({
                kind: "space"
            })
        onRestarted: look(0, 50)
        Component.onCompleted: look(0, 50)
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: qsTr("Rooms for a unit")
        subtitle: root.ofUnit.name || root.unitName

        ActionButton {
            objectName: "chooseUnit"
            visible: root.isCity
            text: root.isCompact ? qsTr("Unit…") : qsTr("Choose the unit…")
            iconName: "building"
            onClicked: picker.pick(false)
        }
        ActionButton {
            objectName: "newRequest"
            visible: root.session.mayFileDocuments()
            text: root.isCompact ? qsTr("New") : qsTr("New request…")
            iconName: "plus"
            onClicked: root.begin("allocate", {})
        }
    }
    EmptyState {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.unit === ""
        iconName: "building"
        title: qsTr("For which unit?")
        hint: qsTr("Its area is checked against the standard, and rooms are proposed.")
        actionText: qsTr("Choose the unit…")
        onActionRequested: picker.pick(false)
    }
    Flickable {
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.unit !== ""
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}

        Column {
            id: column
            x: root.isCompact ? Theme.gap : Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(1000, parent.width - 2 * x)
            spacing: Theme.gapLarge

            ProblemBanner {
                width: parent.width
                problem: check.problem !== "" ? check.problem : proposed.problem !== "" ? proposed.problem : printing.problem
                actionText: qsTr("Try again")
                onActionRequested: root.reload()
            }
            SectionPanel {
                visible: check.isThere
                width: parent.width
                title: qsTr("1. Area check")
                note: qsTr("What the unit uses beside what its posts allow; a limit is a maximum and no entitlement.")

                Repeater {
                    model: check.isThere ? SpaceNames.checkMeters(root.ofUnit) : []

                    Meter {
                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        label: modelData.label
                        figures: modelData.figures
                        value: modelData.part
                        tone: Theme.named(modelData.tone)
                    }
                }
                ValueRows {
                    width: parent.width
                    rows: check.isThere ? SpaceNames.checkRows(root.ofUnit) : []
                }
                ActionButton {
                    objectName: "setPosts"
                    visible: root.session.mayFileDocuments() && (root.ofUnit.limit || null) !== null
                    text: qsTr("Posts by rank…")
                    iconName: "people"
                    onClicked: {
                        posts.spec = [];
                        posts.spec = SpaceNames.postFields(root.ofUnit);
                        postsDialog.open();
                    }
                }
            }
            SectionPanel {
                visible: proposed.isThere
                width: parent.width
                title: qsTr("2. Proposal")
                note: SpaceNames.proposalNote(root.proposal)

                ChoiceChips {
                    width: parent.width
                    choices: [
                        {
                            value: false,
                            text: qsTr("Those without a room")
                        },
                        {
                            value: true,
                            text: qsTr("Everybody anew, fewest moves")
                        }
                    ]
                    chosen: root.everybody
                    onPicked: value => root.everybody = value
                }
                Flow {
                    visible: root.isCity
                    width: parent.width
                    spacing: Theme.gap

                    Repeater {
                        model: root.others

                        StateChip {
                            required property var modelData

                            text: modelData.name
                            iconName: "building"
                            width: Math.min(implicitWidth, column.width) // qmllint disable unqualified
                        }
                    }
                    ActionButton {
                        objectName: "addUnit"
                        text: qsTr("A further unit…")
                        iconName: "plus"
                        onClicked: picker.pick(true)
                    }
                    ActionButton {
                        visible: root.others.length > 0
                        text: qsTr("This unit alone")
                        iconName: "minus"
                        onClicked: root.others = []
                    }
                }
                Repeater {
                    model: proposed.isThere ? SpaceNames.proposalRows(root.proposal) : []

                    StoryLine {
                        required property var modelData

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        row: modelData
                    }
                }
                ActionButton {
                    objectName: "requestProposed"
                    visible: root.session.mayFileDocuments() && root.others.length === 0 && !root.everybody && SpaceNames.poolRooms(root.proposal).length > 0
                    text: qsTr("Request the rooms of the pool…")
                    iconName: "sign"
                    kind: ActionButton.Primary
                    onClicked: {
                        const rooms = SpaceNames.poolRooms(root.proposal);
                        root.begin("allocate", {
                            "ground": "short",
                            "wanted_m2": SpaceNames.poolArea(root.proposal),
                            "proposed_rooms": rooms.join(";")
                        });
                    }
                }
                ActionButton {
                    objectName: "draftProposal"
                    visible: root.session.mayFileDocuments() && (root.others.length > 0 || root.everybody) && SpaceNames.leadsToDocuments(root.proposal)
                    text: qsTr("Draft the documents of it…")
                    iconName: "sign"
                    kind: ActionButton.Primary
                    onClicked: drafts.open()
                }
                PlainText {
                    visible: beyondRow.visible
                    width: parent.width
                    text: qsTr("What neither own space nor the pool answers goes on in this order; renting and building are decided by the government.")
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                }
                Flow {
                    id: beyondRow
                    visible: root.session.mayFileDocuments() && (root.beyond.wanted_m2 || "") !== ""
                    width: parent.width
                    spacing: Theme.gap

                    ActionButton {
                        objectName: "beginExchange"
                        text: qsTr("Exchange premises…")
                        iconName: "swap"
                        onClicked: root.begin("exchange", root.beyond)
                    }
                    ActionButton {
                        objectName: "beginRent"
                        text: qsTr("Rent…")
                        iconName: "key"
                        onClicked: root.begin("rent", root.beyond)
                    }
                    ActionButton {
                        objectName: "beginBuild"
                        text: qsTr("Build…")
                        iconName: "building"
                        onClicked: root.begin("build", root.beyond)
                    }
                }
            }
            SectionPanel {
                width: parent.width
                title: qsTr("3. Requests under way")
                note: qsTr("A request is decided in its steps; after the handover the unit has a use certificate.")

                PlainText {
                    visible: requests.isAnswered && requests.count === 0
                    width: parent.width
                    text: qsTr("No request yet.")
                    muted: true
                }
                Repeater {
                    model: requests.revision >= 0 ? Math.min(requests.count, 50) : 0

                    RowLayout {
                        id: request

                        required property int index
                        readonly property var document: requests.revision >= 0 ? requests.record(index) : ({}) // qmllint disable unqualified
                        readonly property var told: SpaceNames.requestRow(document, root.kinds.methodNames) // qmllint disable unqualified

                        width: column.width - 2 * Theme.gapLarge // qmllint disable unqualified
                        spacing: Theme.gap

                        StoryLine {
                            row: request.told
                            canOpen: true
                            Layout.fillWidth: true
                            onOpened: root.documentRequested(request.document.no) // qmllint disable unqualified
                        }
                        IconButton {
                            objectName: "printCertificate-" + request.index
                            visible: request.told.certificate !== ""
                            enabled: !printing.busy // qmllint disable unqualified
                            iconName: "print"
                            text: qsTr("Use certificate as PDF…")
                            onClicked: target.askFor(request.told.certificate) // qmllint disable unqualified
                        }
                    }
                }
            }
            UseCertificatesPanel {
                id: certificates
                width: parent.width
                session: root.session
                unit: root.unit
                unitName: root.ofUnit.name || root.unitName
                isWanted: root.isWanted
                onWriteRequested: from => root.writeRequested(from)
                onPrintRequested: no => target.askFor(no)
            }
            PublicationPanel {
                id: publication
                width: parent.width
                session: root.session
                isWanted: root.isWanted
            }
        }
    }
    ReferencePicker {
        id: picker
        title: qsTr("For which unit?")
        calls: root.session.calls
        kind: "unit"

        property bool isFurther: false

        function pick(further: bool) {
            isFurther = further;
            open();
        }

        onChosen: (value, text) => {
            if (!isFurther) {
                root.unit = value;
                root.unitName = text;
            } else if (value !== root.unit && !root.others.some(one => one.code === value)) {
                root.others = root.others.concat([
                    {
                        code: value,
                        name: text
                    }
                ]);
            }
        }
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: root.reload()
    }
    FormDialog {
        id: postsDialog
        objectName: "postsDialog"
        title: qsTr("Posts by rank")
        message: qsTr("They add up to the establishment of the unit; its limit is computed from them.")
        confirmText: qsTr("Save")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: posts
        }
        onFilled: sending.send("POST", ["space", "units", root.unit, "posts"], {
            posts: SpaceNames.postsOf(posts.filled())
        })
    }
    ProposalDraftsDialog {
        id: drafts
        session: root.session
        unit: root.unit
        others: root.others
        everybody: root.everybody
        onDrafted: requests.reload()
    }
    SavedAnswer {
        id: printing
        calls: root.session.calls
    }
    SaveDialog {
        id: target

        property string certificate

        function askFor(no: string) {
            certificate = no;
            ask(no);
        }

        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF (*.pdf)")]
        onAccepted: printing.save("GET", ["space", "use-certificates", certificate, "form.pdf"], selectedFile)
    }
}
