import QtQuick
import QtTest
import Guanwu.Counting
import Guanwu.Gallery

// The hand of a clerk on the pages of the counting, over a real handheld store. Each test takes back what it says.
Item {
    id: root

    width: 360
    height: 640

    GalleryStage {
        id: stage
        role: "unit_clerk"
        page: "counting-room-no-camera"
    }
    GalleryStage {
        id: seeing
        role: "unit_clerk"
        page: "counting-room" // with a picture of four tags before the camera
    }
    GalleryStage {
        id: empty // no sheet on the device
        role: "unit_clerk"
        page: "registry-list"
    }
    Component {
        id: countingPage
        CountingPage {
            anchors.fill: parent
            session: stage.session
            settings: stage.settings
            isCompact: true
            isExpanded: false
            beginTask: "2026-A"
            beginUnit: "U017"
            beginRoom: "SHZX-01-3F-305"
        }
    }
    Component {
        id: sheetsPage
        CountingPage {
            anchors.fill: parent
            session: stage.session
            settings: stage.settings
            isCompact: true
            isExpanded: false
        }
    }
    Component {
        id: seeingPage
        CountingPage {
            anchors.fill: parent
            session: seeing.session
            settings: seeing.settings
            isCompact: true
            isExpanded: false
            beginTask: "2026-A"
            beginUnit: "U017"
            beginRoom: "SHZX-01-3F-305"
        }
    }

    SignalSpy {
        id: sounded
        signalName: "sounded"
    }

    TestCase {
        name: "Counting"
        when: windowShown

        function opened(component: Component): Item {
            const page = createTemporaryObject(component || countingPage, root);
            tryVerify(() => page.counting.inRoom, 20000);
            page.sync.automatic = false;
            return page;
        }
        // A thing that nobody has counted before.
        function scanned(number: string): Item {
            const page = opened();
            page.counting.scan(number, Counting.Scanner);
            compare(page.counting.told.code, number);
            verify(page.counting.told.event !== "");
            waitForRendering(page); // things have their places
            return page;
        }
        // A finger that is laid down, drawn, and lifted.
        function draw(item: Item, x: real, y: real, byX: real, byY: real) {
            const finger = touchEvent(item);
            finger.press(0, item, x, y).commit();
            for (let i = 1; i <= 10; ++i)
                touchEvent(item).move(0, item, x + byX * i / 10, y + byY * i / 10).commit();
            touchEvent(item).release(0, item, x + byX, y + byY).commit();
        }
        // What stands below the overlay: dialogs do not lie in the page.
        function inDialog(name: string): Item {
            return findChild(root.Window.window.contentItem, name);
        }

        function test_oneSwipeSaysTheCondition_data() {
            return [
                {
                    tag: "right",
                    by: 70,
                    condition: "to_scrap"
                },
                {
                    tag: "further right",
                    by: 120,
                    condition: "damaged"
                },
                {
                    tag: "left",
                    by: -70,
                    condition: "idle"
                },
                {
                    tag: "far left",
                    by: -175,
                    condition: "disposed"
                },
                {
                    tag: "a trembling hand",
                    by: 30,
                    condition: ""
                },
            ];
        }
        function test_oneSwipeSaysTheCondition(row) {
            const page = scanned("TY2022010011");
            const card = findChild(page, "verdict");
            draw(card, row.by > 0 ? 60 : card.width - 60, card.height / 2, row.by, 3);
            compare(page.counting.told.condition, row.condition);
            if (row.condition !== "")
                page.counting.undo();
            page.counting.undo();
        }
        function test_oneSwipeDownSaysTheUser() {
            const page = scanned("TY2022010011");
            const card = findChild(page, "verdict");
            draw(card, card.width / 2, 20, 2, 70);
            verify(page.counting.told.user !== "");
            page.counting.undo();
            draw(card, card.width / 2, 20, 2, 300); // as far as it goes: another user
            tryVerify(() => page.isTyping);
            page.counting.undo();
        }
        function test_aUserIsFoundByName() {
            const page = scanned("TY2022010011");
            page.openUsers();
            tryVerify(() => page.isTyping);
            const search = inDialog("userSearch");
            search.text = "张建";
            search.settled("张建");
            const list = inDialog("userList");
            tryCompare(list, "count", 1);
            mouseClick(list.itemAtIndex(0));
            inDialog("userDialog-confirm").clicked();
            tryVerify(() => !page.isTyping);
            compare(page.counting.told.user, "P002");
            page.counting.undo();
            page.counting.undo();
        }
        function test_aPhotoOfTheThingIsKept() {
            const page = opened(seeingPage);
            tryVerify(() => page.camera.live, 20000);
            tryCompare(page.camera.tags, "count", 4, 20000); // they are counted; then nothing is new to it
            page.counting.scan("TY2022010012", Counting.Scanner); // the last of the four may be one that was counted before
            tryVerify(() => page.counting.told.event !== "" && findChild(page, "photo").enabled);
            findChild(page, "photo").clicked();
            tryVerify(() => page.counting.told.photos === 1 || page.counting.problem !== "");
            compare(page.counting.problem, "");
            keyClick(Qt.Key_F6);
            compare(page.counting.told.photos, 2);
        }
        function test_aNoteIsKeptWithTheThing() {
            const page = scanned("TY2022010012");
            keyClick(Qt.Key_F7);
            tryVerify(() => page.isTyping);
            const entry = inDialog("noteEntry");
            tryVerify(() => entry.field.activeFocus);
            verify(!inDialog("noteDialog-confirm").enabled);
            entry.text = "桌腿松动";
            verify(inDialog("noteDialog-confirm").enabled);
            inDialog("noteDialog-confirm").clicked();
            tryVerify(() => !page.isTyping);
            compare(page.counting.told.note, "桌腿松动");
            page.counting.undo();
            page.counting.undo();
        }
        function test_anUnknownTagGetsItsNameInTheSurplusDialog() {
            const page = opened();
            page.counting.scan("GW-OLD-0815", Counting.Scanner);
            compare(page.counting.told.key, "unknown");
            waitForRendering(page);
            mouseClick(findChild(findChild(page, "verdict"), "nameSurplus"));
            tryVerify(() => page.isTyping);
            verify(!inDialog("surplusDialog-confirm").enabled);
            inDialog("surplusName").text = "无卡片的保险柜";
            mouseClick(inDialog("oneMore"));
            inDialog("surplusDialog-confirm").clicked();
            tryVerify(() => !page.isTyping);
            verify(page.counting.told.isSurplus);
            compare(page.counting.told.name, "无卡片的保险柜");
            page.counting.undo();
        }
        function test_aThingWithoutATagIsASurplusToo() {
            const page = opened();
            keyClick(Qt.Key_F3);
            tryVerify(() => page.isTyping);
            inDialog("surplusName").text = "折叠椅";
            keyClick(Qt.Key_Return);
            tryVerify(() => !page.isTyping);
            compare(page.counting.told.name, "折叠椅");
            page.counting.undo();
        }
        function test_aTypedNumberWantsItsReason() {
            const page = opened();
            keyClick(Qt.Key_F2);
            tryVerify(() => page.isTyping);
            inDialog("manualEntry").text = "TY2022010013";
            verify(!inDialog("manualDialog-confirm").enabled);
            mouseClick(inDialog("chip-0"));
            verify(inDialog("manualDialog-confirm").enabled);
            inDialog("manualDialog-confirm").clicked();
            tryVerify(() => !page.isTyping);
            compare(page.counting.told.code, "TY2022010013");
            page.counting.undo();
        }
        function test_aScanOnTheListOfSheetsGoesOnWithTheLastSheet() {
            const page = createTemporaryObject(sheetsPage, root);
            page.sync.automatic = false;
            compare(page.counting.state, Counting.Closed);
            page.take("P:SHZX-01-3F-305");
            tryVerify(() => page.counting.inRoom, 20000);
            compare(page.counting.room, "SHZX-01-3F-305");
        }
        function test_whatIsScannedWhileASheetOpensIsTakenInItsOrder() {
            const page = createTemporaryObject(sheetsPage, root);
            page.sync.automatic = false;
            page.take("P:SHZX-01-3F-305");
            page.take("TY2022010014");
            tryVerify(() => page.counting.inRoom, 20000);
            compare(page.counting.told.code, "TY2022010014");
            verify(page.counting.told.event !== "");
            page.counting.undo();
        }
        function test_aScanForWhichNoSheetOpensIsNoneOfALaterSheet() {
            const page = createTemporaryObject(sheetsPage, root, {
                session: empty.session
            });
            page.sync.automatic = false;
            sounded.clear();
            sounded.target = page.counting;
            page.take("P:SHZX-01-3F-305");
            tryCompare(page.counting, "state", Counting.Closed, 20000);
            verify(page.counting.problem !== "");
            compare(sounded.count, 1); // not counted
            compare(sounded.signalArguments[0][0], "refused");
            page.session = stage.session;
            page.counting.open("2026-A", "U017");
            tryCompare(page.counting, "state", Counting.Open, 20000);
            verify(!page.counting.inRoom);

            page.counting.open("2026-A", "U017"); // another, before the one that was scanned for is open
            page.take("P:SHZX-01-3F-305");
            page.counting.open("2026-A", "U017");
            tryCompare(page.counting, "state", Counting.Open, 20000);
            verify(!page.counting.inRoom);
        }
        function test_escapeLeavesADialogAndChangesNothing() {
            const page = scanned("TY2022010012");
            keyClick(Qt.Key_F7);
            tryVerify(() => page.isTyping);
            inDialog("noteEntry").text = "算了";
            keyClick(Qt.Key_Escape);
            tryVerify(() => !page.isTyping);
            compare(page.counting.told.note, "");
            page.counting.undo();
        }
    }
}
