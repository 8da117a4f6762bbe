import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guanwu.Controls
import Guanwu.Documents
import Guanwu.Files
import Guanwu.Forms
import Guanwu.Records
import Guanwu.Session
import Guanwu.Theme

// One document: where it stands, what it is about, its papers, and what may be done with it.
Rectangle {
    id: root

    required property ClientSession session
    required property DocumentKinds kinds
    required property string number
    property bool canGoBack: true
    readonly property alias view: view
    readonly property var cards: view.cards

    signal backRequested
    signal editRequested
    signal changed
    signal writeRequested(var from) // another document that follows from this one

    function act(action: string) {
        if (action === "edit")
            editRequested();
        else if (action === "file")
            filing.begin();
        else
            moving.begin(action);
    }

    color: Theme.page
    onNumberChanged: pdf.forget()

    DocumentView {
        id: view
        calls: root.session.calls
        kinds: root.kinds
        number: root.number
    }
    DocumentMoveForm {
        id: move
        view: view
        onMoved: action => {
            told.show(qsTr("%1: %2").arg(DocumentNames.actionName(action)).arg(view.stateName), false);
            root.changed();
        }
    }
    SavedAnswer {
        id: pdf
        objectName: "formAnswer"
        calls: root.session.calls
    }
    PageHeader {
        id: header
        width: parent.width
        z: 1
        title: view.isThere ? view.title : root.number
        subtitle: view.subtitle
        canGoBack: root.canGoBack
        onBackRequested: root.backRequested()

        IconButton {
            objectName: "formPdf"
            visible: view.isThere
            iconName: "print"
            text: qsTr("Form as PDF")
            onClicked: target.save("GET", "form.pdf")
        }
        IconButton {
            objectName: "dossier"
            visible: view.isThere && view.state !== "draft"
            iconName: "archive"
            text: qsTr("Dossier with the digests of all papers, as PDF")
            onClicked: target.save("POST", "dossier")
        }
        IconButton {
            iconName: "sync"
            text: qsTr("Load again")
            onClicked: view.reload()
        }
    }
    Flickable {
        id: flick
        objectName: "documentBody"
        anchors.top: header.bottom
        anchors.bottom: foot.top
        width: parent.width
        contentHeight: column.height + 2 * Theme.gapLarge
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: ThinScrollBar {}
        Keys.onUpPressed: contentY = Math.max(0, contentY - 80)
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 80))

        Column {
            id: column
            x: Theme.gapLarge
            y: Theme.gapLarge
            width: Math.min(1000, parent.width - 2 * Theme.gapLarge)
            spacing: Theme.gapLarge

            ProblemBanner {
                objectName: "documentProblem"
                width: parent.width
                problem: view.problem !== "" ? view.problem : pdf.problem
                actionText: view.problem !== "" ? qsTr("Try again") : ""
                canDismiss: view.problem === ""
                onActionRequested: view.reload()
                onDismissed: pdf.forget()
            }
            SectionPanel {
                visible: view.isThere
                width: parent.width
                title: ""

                Row {
                    spacing: Theme.gap

                    StateChip {
                        text: view.stateName
                        iconName: DocumentNames.stateIcon(view.state)
                        tone: Theme.named(DocumentNames.stateTone(view.state))
                    }
                }
                Item {
                    width: parent.width
                    height: Theme.gapSmall
                }
                RouteLine {
                    objectName: "route"
                    width: parent.width
                    stations: view.route
                }
                PlainText {
                    visible: view.ruleText !== ""
                    width: parent.width
                    text: view.ruleText
                    muted: true
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                }
                RowLayout {
                    visible: view.isExampleRule
                    width: parent.width
                    spacing: Theme.gap

                    Icon {
                        name: "info"
                        color: Theme.warning
                        Layout.preferredWidth: 18
                        Layout.preferredHeight: 18
                    }
                    PlainText {
                        text: qsTr("This route table is an example. The limits of this city have to be entered.")
                        color: Theme.warning
                        font.pixelSize: Theme.captionSize
                        wrapMode: Text.Wrap
                        Layout.fillWidth: true
                    }
                }
            }
            SectionPanel {
                objectName: "openProblems"
                visible: view.isThere && (view.open.length > 0 || view.warnings.length > 0)
                width: parent.width
                title: view.open.length > 0 ? qsTr("Stands in the way of: %1").arg(view.nextStage) : qsTr("To be known by whoever decides")

                OpenProblems {
                    width: parent.width
                    sentences: view.open
                }
                OpenProblems {
                    visible: view.warnings.length > 0
                    width: parent.width
                    sentences: view.warnings
                    iconName: "flag"
                    tone: Theme.bad
                }
            }
            SectionPanel {
                visible: view.isThere && view.kind === "allocation" && view.may("edit")
                width: parent.width
                title: qsTr("Idle things first")
                note: qsTr("What another unit does not need comes before a purchase.")

                ActionButton {
                    objectName: "searchIdleThings"
                    text: qsTr("Search what lies idle…")
                    iconName: "search"
                    onClicked: offer.begin()
                }
            }
            SectionPanel {
                visible: view.isThere && view.facts.length > 0
                width: parent.width
                title: qsTr("What it says")

                ValueRows {
                    width: parent.width
                    rows: view.facts
                }
            }
            SectionPanel {
                visible: view.income.length > 0
                width: parent.width
                title: qsTr("Income")
                note: qsTr("Income and expenses are booked apart.")

                ValueRows {
                    width: parent.width
                    rows: view.income
                }
            }
            SectionPanel {
                readonly property bool isOfThings: view.kind !== "space" && view.kind !== "repair" && view.kind !== "title"

                visible: view.isThere && (isOfThings || view.lines.length > 0)
                width: parent.width
                title: qsTr("Lines")

                DocumentLines {
                    width: parent.width
                    view: view
                }
            }
            SectionPanel {
                visible: root.cards.length > 0
                width: parent.width
                title: qsTr("Cards it made: %1").arg(root.cards.length)

                PlainText {
                    width: parent.width
                    text: root.cards.join(qsTr(", "))
                    wrapMode: Text.Wrap
                    maximumLineCount: 12
                    elide: Text.ElideRight
                }
            }
            SectionPanel {
                visible: view.isThere
                width: parent.width
                title: papers.missing > 0 ? qsTr("Papers: %1 missing").arg(papers.missing) : qsTr("Papers")

                PaperList {
                    id: papers
                    width: parent.width
                    view: view
                    canAdd: root.session.maySignDocuments() && view.actions.length > 0
                }
            }
            SectionPanel {
                visible: view.log.length > 0
                width: parent.width
                title: qsTr("What was done with it")

                DocumentLog {
                    width: parent.width
                    view: view
                }
            }
        }
    }
    Rectangle {
        id: foot
        visible: view.actions.length > 0
        anchors.bottom: parent.bottom
        width: parent.width
        height: visible ? actions.height + 2 * Theme.gap : 0
        color: Theme.surface

        ActionBar {
            id: actions
            x: Theme.gapLarge
            y: Theme.gap
            width: parent.width - 2 * Theme.gapLarge
            view: view
            onChosen: action => root.act(action)
        }
        Rectangle {
            width: parent.width
            height: Theme.outlineWidth
            color: Theme.outline
        }
    }
    UndoBar {
        id: told
        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * Theme.gapLarge)
    }
    MoveDialog {
        id: moving
        form: move
        calls: root.session.calls
    }
    FilingDialog {
        id: filing
        view: view
        form: move
    }
    IdleOfferDialog {
        id: offer
        view: view
        calls: root.session.calls
        onThingWanted: thing => root.writeRequested({
            kind: "allocation",
            method: "reallocate",
            assets: [thing.assetNo],
            values: {
                "counterpart": thing.unit,
                "counterpart.shown": thing.unitName,
                "reason": qsTr("Instead of %1").arg(view.number)
            }
        })
    }
    SaveDialog {
        id: target

        property string method
        property string what

        function save(method: string, what: string) {
            target.method = method;
            target.what = what;
            ask(view.title + " " + root.number + (what === "dossier" ? " " + qsTr("dossier") : ""));
        }

        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF (*.pdf)")]
        onAccepted: pdf.save(method, ["documents", root.number, what], selectedFile)
    }
    Connections {
        target: pdf
        function onChanged() {
            if (pdf.writtenPath !== "")
                told.show(qsTr("Saved as %1").arg(pdf.writtenPath), false);
        }
    }
}
