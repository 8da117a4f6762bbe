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

        function test_listsAskNothingBeforeTheyAreLookedAt() {
            const page = drawn(desk);
            const asked = () => stage.calls.requests().filter(one => one.startsWith("GET /title-gaps")).length;
            const before = asked();
            page.tab = "titles";
            tryVerify(() => asked() > before);
        }
    }
}
