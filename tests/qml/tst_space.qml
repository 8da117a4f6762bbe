import QtQuick
import QtTest
import Guanwu.Gallery
import Guanwu.Premises

Item {
    id: root

    width: 1400
    height: 900

    GalleryStage {
        id: stage
        role: "asset_section"
        page: "space-picture"
    }
    Component {
        id: desk
        SpacePage {
            anchors.fill: parent
            session: stage.session
            settings: stage.settings
            isCompact: false
            isExpanded: true
        }
    }
    Component {
        id: handheld
        SpacePage {
            width: 360
            height: 640
            session: stage.session
            settings: stage.settings
            isCompact: true
            isExpanded: false
        }
    }

    TestCase {
        name: "Space"
        when: windowShown

        function drawn(component: Component): Item {
            const page = createTemporaryObject(component, root, {
                building: "C01-1"
            });
            tryCompare(findChild(page, "floors"), "count", 7);
            tryVerify(() => findChild(page, "floor-0") !== null && findChild(page, "floor-0").height > 0);
            return page;
        }

        function test_aRoomIsChosenByKeysAndItsStoryOpened() {
            const page = drawn(desk);
            const picture = findChild(page, "picture");
            picture.forceActiveFocus();
            keyClick(Qt.Key_Right);
            compare(picture.room, "C01-1-501");
            compare(page.room, ""); // chosen, and not opened yet
            keyClick(Qt.Key_Return);
            compare(page.room, "C01-1-501");
            keyClick(Qt.Key_Right);
            compare(page.room, "C01-1-502"); // the story follows
            keyClick(Qt.Key_Escape);
            compare(page.room, "");
        }

        function test_aTapOnARoomOpensItsStory() {
            const page = drawn(desk);
            mouseClick(findChild(page, "floor-0"), 8, 8);
            compare(page.room, "C01-1-501");
            const below = findChild(page, "floor-0");
            mouseClick(below, below.width - 8, 8);
            compare(page.room, "C01-1-504");
        }

        function test_onAHandheldTheStoryTakesThePlaceOfThePicture() {
            const page = drawn(handheld);
            const picture = findChild(page, "picture");
            verify(picture.visible);
            mouseClick(findChild(page, "floor-0"), 8, 8);
            verify(!picture.visible);
            keyClick(Qt.Key_Escape);
            verify(picture.visible);
            keyClick(Qt.Key_Escape);
            compare(page.building, "");
        }

        function test_roomsAreMarkedOnAPlanByMouseAndKeys() {
            const page = createTemporaryObject(desk, root, {
                building: "C04-1"
            });
            tryVerify(() => findChild(page, "editPlan-0") !== null && findChild(page, "floor-0").height > 0);
            findChild(page, "editPlan-0").clicked();
            tryVerify(() => findChild(page, "planCanvas") !== null && findChild(page, "planCanvas").width > 0);
            const canvas = findChild(page, "planCanvas");
            const save = findChild(page, "savePlan");
            verify(!save.enabled);
            const scale = canvas.width / 1500;
            mouseDrag(canvas, 1340 * scale, 100 * scale, 90 * scale, 500 * scale);
            verify(save.enabled);
            verify(findChild(page, "undoMark").enabled);
            keyClick(Qt.Key_Z, Qt.ControlModifier);
            verify(!save.enabled);
            keyClick(Qt.Key_Right);
            verify(save.enabled);
            keyClick(Qt.Key_Escape); // what is not saved is asked about
            tryVerify(() => page.Window.window !== null);
            verify(findChild(page, "planEditor") !== null);
            keyClick(Qt.Key_Escape);
            const before = stage.calls.requests().length;
            findChild(page, "planEditor").forceActiveFocus();
            keyClick(Qt.Key_S, Qt.ControlModifier);
            tryVerify(() => stage.calls.requests().slice(before).some(one => one.startsWith("PUT /space/floors/")));
        }

        function test_aRoomOnAPlanIsTapped() {
            const page = createTemporaryObject(desk, root, {
                building: "C04-1"
            });
            tryVerify(() => findChild(page, "floor-0") !== null && findChild(page, "floor-0").height > 0);
            const floor = findChild(page, "floor-0");
            mouseClick(floor, floor.width * 165 / 1500, floor.width * 200 / 1500);
            compare(page.room, "C01-1-201");
            mouseClick(findChild(page, "planToggle"));
            tryVerify(() => findChild(page, "floor-0").height !== floor.width * 960 / 1500);
        }

        function test_listsAskNothingBeforeTheyAreLookedAt() {
            const page = drawn(desk);
            const asked = () => stage.calls.requests().filter(one => one.startsWith("GET /title-gaps")).length;
            const before = asked();
            page.tab = "titles";
            tryVerify(() => asked() > before);
        }
    }
}
