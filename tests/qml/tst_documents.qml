import QtQuick
import QtTest
import Guanwu.Documents
import Guanwu.Entries
import Guanwu.Gallery
import Guanwu.Idle
import Guanwu.Staffing

Item {
    id: root

    width: 1300
    height: 850

    GalleryStage {
        id: clerk
        role: "unit_clerk"
        page: "idle-pool"
    }
    GalleryStage {
        id: section
        role: "asset_section"
        page: "register-gifts"
    }
    GalleryStage {
        id: auditor
        role: "auditor"
        page: "documents-list"
    }
    Component {
        id: documents
        DocumentsPage {
            anchors.fill: parent
            session: clerk.session
            settings: clerk.settings
            isCompact: false
            isExpanded: true
        }
    }
    Component {
        id: handheld
        DocumentsPage {
            width: 360
            height: 640
            session: auditor.session
            settings: auditor.settings
            isCompact: true
            isExpanded: false
        }
    }
    Component {
        id: idle
        IdlePage {
            anchors.fill: parent
            session: clerk.session
            settings: clerk.settings
            isCompact: false
            isExpanded: true
        }
    }
    Component {
        id: registers
        EntriesPage {
            anchors.fill: parent
            session: section.session
            settings: section.settings
            isCompact: false
            isExpanded: true
        }
    }
    Component {
        id: people
        PeoplePage {
            anchors.fill: parent
            session: clerk.session
            settings: clerk.settings
            isCompact: false
            isExpanded: true
        }
    }

    TestCase {
        name: "Documents"
        when: windowShown

        function opened(component: Component): Item {
            const page = createTemporaryObject(component, root);
            verify(page);
            return page;
        }

        function test_theListIsWalkedByKeysAndADocumentOpensBesideIt() {
            const page = opened(documents);
            tryVerify(() => page.documents.count > 10);
            const table = findChild(page, "documents");
            table.forceActiveFocus();
            table.go(0, false);
            keyClick(Qt.Key_Return);
            compare(page.number, "CZ-2026-000117");
            verify(page.isSplit);
            tryVerify(() => findChild(page, "route") !== null && findChild(page, "route").count === 9);
            keyClick(Qt.Key_Escape);
            compare(page.number, "");
        }
        function test_whatWaitsIsAskedOfTheServer() {
            const page = opened(documents);
            tryVerify(() => page.documents.isAnswered);
            compare(page.documents.query.concern, "waits");
            page.concern = "all";
            compare(page.documents.query.concern, "");
            page.concern = "open";
            compare(page.documents.query.open, "true");
        }
        function test_whoMayNotFileIsOfferedNoNewDocument() {
            const page = opened(handheld);
            tryVerify(() => page.documents.count > 10);
            verify(!findChild(page, "newDocument").visible);
            mouseClick(findChild(page, "row-0"));
            tryCompare(page, "number", "CZ-2026-000117");
            tryVerify(() => findChild(page, "route") !== null && findChild(page, "route").isDown);
        }
        function test_aDraftWithSomethingInItsWayCannotBeFiled() {
            const page = opened(documents);
            page.number = "PZ-2026-000031";
            tryVerify(() => findChild(page, "action-file") !== null);
            findChild(page, "action-file").clicked();
            const dialog = findChild(page, "filingDialog");
            tryVerify(() => dialog.opened);
            verify(!dialog.canConfirm);
            dialog.close();
        }
        function test_whatWentWrongWithAFormIsNotSaidOfTheNextDocument() {
            const page = opened(documents);
            clerk.calls.refuse("GET", "/documents/CZ-2026-000117/form.pdf", "server.internal", "the printer is out of ink", 500);
            page.number = "CZ-2026-000117";
            tryVerify(() => findChild(page, "formAnswer") !== null && findChild(page, "route") !== null);
            const answer = findChild(page, "formAnswer");
            answer.save("GET", ["documents", page.number, "form.pdf"], "file:///tmp/guanwu-no-form.pdf");
            tryVerify(() => findChild(page, "documentProblem").problem.includes("out of ink"));
            page.number = "PZ-2026-000031";
            tryCompare(findChild(page, "documentProblem"), "problem", "");
        }
        function test_aNewDocumentAsksWhatItsMethodNeeds() {
            const page = opened(documents);
            page.start = {
                kind: "disposal",
                method: "sell",
                assets: ["TY2012000310"]
            };
            page.mode = "form";
            tryVerify(() => findChild(page, "field-appraisal_no") !== null);
            verify(findChild(page, "field-appraised_yuan") !== null); // of the line
            verify(findChild(page, "field-need") === null);
            findChild(page, "removeLine-0").clicked();
            tryVerify(() => findChild(page, "field-appraised_yuan") === null);
        }
        function test_idleThingsOfAnotherUnitAreAskedForTogether() {
            const page = opened(idle);
            const table = findChild(page, "idleThings");
            tryVerify(() => table.records.count > 10);
            table.forceActiveFocus();
            table.go(1, false);
            keyClick(Qt.Key_Space); // of U002
            tryVerify(() => findChild(page, "askForThem") !== null);
            verify(findChild(page, "askForThem").enabled);
            table.go(0, false);
            keyClick(Qt.Key_Space); // of the own unit as well
            tryVerify(() => !findChild(page, "askForThem").enabled);
            keyClick(Qt.Key_Space);
            findChild(page, "askForThem").clicked();
            tryVerify(() => findChild(page, "field-counterpart") !== null);
        }
        function test_aRegisterShowsWhatIsDueFirst() {
            const page = opened(registers);
            page.show("gifts");
            tryVerify(() => page.entries.count > 10);
            tryCompare(page.entries, "sortKey", "fields/due_on");
            verify(page.entries.record(0).fields.due_on <= page.entries.record(1).fields.due_on);
        }
        function test_whoHoldsNothingMayLeave() {
            const page = opened(people);
            page.person = "P0000";
            tryVerify(() => findChild(page, "outstanding") !== null && findChild(page, "outstanding").visible);
            verify(!findChild(page, "beginLeaving").visible);
            page.person = "P0412";
            tryVerify(() => findChild(page, "beginLeaving").visible);
        }
    }
}
