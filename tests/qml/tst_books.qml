import QtQuick
import QtTest
import Guanwu.Books
import Guanwu.Gallery

Item {
    id: root

    width: 1300
    height: 850

    GalleryStage {
        id: finance
        role: "finance"
        page: "books-months"
    }
    GalleryStage {
        id: clerk
        role: "unit_clerk"
        page: "books-older"
    }
    GalleryStage {
        id: auditor
        role: "auditor"
        page: "books-reconciliation"
    }
    Component {
        id: books
        BooksPage {
            anchors.fill: parent
            session: finance.session
            settings: finance.settings
            isCompact: false
            isExpanded: true
        }
    }
    Component {
        id: reading
        BooksPage {
            width: 360
            height: 640
            session: auditor.session
            settings: auditor.settings
            isCompact: true
            isExpanded: false
            tab: "reconciliation"
        }
    }
    Component {
        id: older
        BooksPage {
            anchors.fill: parent
            session: clerk.session
            settings: clerk.settings
            isCompact: false
            isExpanded: true
            tab: "recoding"
        }
    }
    TestCase {
        name: "books"
        when: windowShown

        function test_a_month_opens_beside_the_list_and_its_cards_behind_it() {
            const page = createTemporaryObject(books, root);
            tryVerify(() => findChild(page, "months") !== null && findChild(page, "months").records.count === 14);
            mouseClick(findChild(page, "row-0"));
            compare(page.opened, "2026-10");
            tryVerify(() => findChild(page, "identity") !== null && findChild(page, "identity").visible);
            findChild(page, "allLines").clicked();
            tryVerify(() => findChild(page, "bookLines") !== null && findChild(page, "bookLines").records.count === 60);
        }
        function test_months_are_posted_after_they_were_looked_at() {
            const page = createTemporaryObject(books, root);
            findChild(page, "runMonth").clicked();
            const dialog = findChild(page, "runDialog");
            tryVerify(() => dialog.opened);
            dialog.confirmed();
            tryVerify(() => findChild(dialog.contentItem, "runPlan").count === 23);
            verify(finance.calls.requests().indexOf("POST /depreciation") < 0);
            dialog.confirmed();
            tryVerify(() => finance.calls.requests().filter(one => one === "POST /depreciation").length === 3);
        }
        function test_a_difference_gets_its_reason() {
            const page = createTemporaryObject(books, root, {
                tab: "reconciliation"
            });
            tryVerify(() => findChild(page, "explain-0") !== null);
            compare(page.month, "2026-10");
            findChild(page, "explain-0").clicked();
            const dialog = findChild(page, "explainDialog");
            tryVerify(() => dialog.opened);
            verify(!dialog.canConfirm); // there is no reason yet
            dialog.fields.set("reason", "estimate");
            tryVerify(() => dialog.canConfirm);
            dialog.confirmed();
            tryVerify(() => !dialog.opened);
            verify(finance.calls.requests().includes("POST /units/U017/reconciliation/2026-10/items"));
        }
        function test_who_only_reads_is_offered_no_reason() {
            const page = createTemporaryObject(reading, root);
            page.choose("U017", "A unit"); // an auditor belongs to none
            tryVerify(() => findChild(page, "line-2") !== null);
            tryVerify(() => findChild(page, "verdict").visible);
            verify(!findChild(page, "explain-0").visible);
        }
        function test_chosen_classes_become_a_slip() {
            const page = createTemporaryObject(older, root);
            tryVerify(() => findChild(page, "olderCards") !== null && findChild(page, "olderCards").records.count === 37);
            mouseClick(findChild(page, "row-0"));
            tryVerify(() => findChild(page, "suggestion-1") !== null);
            findChild(page, "suggestion-1").clicked();
            tryVerify(() => findChild(page, "writeSlip").visible);
            findChild(page, "writeSlip").clicked();
            tryVerify(() => findChild(page, "documentForm") !== null);
            tryVerify(() => findChild(page, "field-class_code") !== null && findChild(page, "field-class_code").text === "A02030601");
        }
        function test_choices_of_one_unit_are_not_written_for_another() {
            const page = createTemporaryObject(older, root);
            tryVerify(() => findChild(page, "olderCards") !== null && findChild(page, "olderCards").records.count === 37);
            mouseClick(findChild(page, "row-0"));
            tryVerify(() => findChild(page, "suggestion-1") !== null);
            findChild(page, "suggestion-1").clicked();
            tryVerify(() => findChild(page, "writeSlip").visible);
            page.choose("U003", "Another unit");
            tryVerify(() => !findChild(page, "writeSlip").visible);
        }
    }
}
