import QtQuick
import QtTest
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Gallery
import Guanwu.Records
import Guanwu.Registry

Item {
    id: root

    width: 1200
    height: 800

    GalleryStage {
        id: stage
        role: "unit_clerk"
        page: "registry-list"
    }
    Component {
        id: desk
        RegistryPage {
            anchors.fill: parent
            session: stage.session
            settings: stage.settings
            isCompact: false
            isExpanded: true
        }
    }
    Component {
        id: handheld
        RegistryPage {
            width: 360
            height: 640
            session: stage.session
            settings: stage.settings
            isCompact: true
            isExpanded: false
        }
    }

    Component {
        id: askedFlag
        AskedForm {
            width: 400
            calls: stage.session.calls
            fields: AskedFields {
                spec: [
                    {
                        token: "subordinates",
                        label: "with those below",
                        editing: "flag"
                    }
                ]
            }
        }
    }

    TestCase {
        name: "Registry"
        when: windowShown

        function opened(component: Component): Item {
            const page = createTemporaryObject(component, root);
            tryCompare(page.cards, "count", 100);
            findChild(page, "cards").forceActiveFocus();
            return page;
        }

        function test_aFlagOfAnyFormIsAYesOrANo() {
            const form = createTemporaryObject(askedFlag, root);
            tryVerify(() => findChild(form, "field-subordinates") !== null);
            const chips = findChild(form, "field-subordinates");
            compare(chips.choices.length, 2);
            chips.picked("true");
            compare(form.fields.value("subordinates"), "true");
        }
        function test_theTableIsWalkedByKeysAndEnterOpensTheCard() {
            const page = opened(desk);
            const table = findChild(page, "cards");
            table.go(0, false);
            keyClick(Qt.Key_Down);
            compare(table.currentRow, 1);
            keyClick(Qt.Key_End);
            compare(table.currentRow, 99);
            keyClick(Qt.Key_Home);
            compare(table.currentRow, 0);
            keyClick(Qt.Key_Space);
            compare(table.selection.count, 1);
            keyClick(Qt.Key_Down, Qt.ShiftModifier);
            keyClick(Qt.Key_Down, Qt.ShiftModifier);
            compare(table.selection.count, 3);
            keyClick(Qt.Key_Return);
            compare(page.number, "GZ2024000003");
            verify(page.isSplit);
            keyClick(Qt.Key_Escape);
            compare(page.number, "");
        }
        function test_theTableIsReachedByTabAndShowsWhereOneIs() {
            const page = opened(desk);
            const table = findChild(page, "cards");
            findChild(page, "search").focusField();
            verify(!table.activeFocus);
            table.currentRow = -1;
            for (let i = 0; i < 10 && !table.activeFocus; ++i)
                keyClick(Qt.Key_Tab);
            verify(table.activeFocus);
            compare(table.currentRow, 0);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Return);
            compare(page.number, "GZ2024000002");
        }
        function test_onlyTheRowsOfTheWindowAreMade() {
            const page = opened(desk);
            const table = findChild(page, "cards");
            for (let i = 0; i < 30; ++i)
                table.go(page.cards.count - 1, false);
            verify(page.cards.count > 2000);
            verify(table.slots < 40);
            verify(findChild(page, "row-" + table.currentRow).visible);
            verify(findChild(page, "row-0") === null);
        }
        function test_searchingAsksAsOneTypes() {
            const page = opened(desk);
            findChild(page, "search").focusField();
            keyClick("c");
            keyClick("w");
            tryVerify(() => page.cards.query.q === "cw");
        }
        function test_aColumnIsSortedByTheApiOrWhereAllOfItIsHere() {
            const page = opened(desk);
            findChild(page, "head-model").clicked();
            tryVerify(() => page.cards.sortRefusal !== "", 60000);
            compare(page.cards.sortKey, "");
            findChild(page, "head-original_yuan").clicked(); // which the API does
            compare(page.cards.sortKey, "original_yuan");
            compare(page.cards.sortRefusal, "");
        }
        function test_manyCardsAreChangedFromTheTable() {
            const page = opened(desk);
            const table = findChild(page, "cards");
            table.go(0, false);
            keyClick(Qt.Key_Space);
            tryVerify(() => findChild(page, "changeMany") !== null && findChild(page, "changeMany").visible);
            findChild(page, "changeMany").clicked();
            tryVerify(() => findChild(page, "addField") !== null);
            verify(!findChild(page, "preview").enabled);
        }
        function test_aHandheldShowsOneThingAtATimeAndGoesBack() {
            const page = opened(handheld);
            const table = findChild(page, "cards");
            verify(table.isCompact);
            mouseClick(findChild(page, "row-2"));
            tryCompare(page, "number", "GZ2024000003");
            verify(!table.visible);
            findChild(findChild(page, "detail"), "back").clicked();
            verify(table.visible);
        }
        function test_aPaperThatCannotBeHadIsSaidOnItsCard() {
            const page = opened(desk);
            findChild(page, "cards").go(0, false);
            keyClick(Qt.Key_Return);
            const card = findChild(page, "detail").item;
            tryVerify(() => card.view.isThere);
            const banner = findChild(card, "cardProblem");
            verify(!banner.visible);
            stage.calls.refuse("GET", "/attachments/gone", "attachment.unknown", "这份附件已不存在", 404);
            card.paper.save("GET", ["attachments", "gone"], "file:///nowhere/gone.pdf");
            tryCompare(banner, "problem", "这份附件已不存在");
            verify(banner.visible && banner.canDismiss);
            banner.dismissed();
            verify(!banner.visible);
            card.paper.save("GET", ["attachments", "gone"], "file:///nowhere/gone.pdf");
            tryVerify(() => banner.visible);
            keyClick(Qt.Key_Down); // another card has other papers
            keyClick(Qt.Key_Return);
            tryVerify(() => !findChild(findChild(page, "detail").item, "cardProblem").visible);
        }
        function test_aCardIsChangedAndTheFormFollowsItsClass() {
            const page = opened(desk);
            page.mode = "new";
            tryVerify(() => findChild(page, "field-name") !== null);
            verify(findChild(page, "field-brand") === null);
            verify(findChild(page, "group-0").visible);
            verify(!findChild(page, "group-5").visible); // of vehicles, with no field to show
            findChild(page, "allFields").clicked();
            tryVerify(() => findChild(page, "field-brand") !== null);
            findChild(page, "save").clicked();
            tryVerify(() => findChild(page, "detail").item.form.problem !== "");
        }
        function test_columnsAreHidden() {
            const page = opened(desk);
            verify(findChild(page, "head-model") !== null);
            findChild(page, "cards").columns.show("model", false);
            tryVerify(() => findChild(page, "head-model") === null);
            findChild(page, "cards").columns.reset();
        }
    }
}
