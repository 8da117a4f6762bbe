import QtQuick
import QtTest
import Guanwu.Gallery
import Guanwu.Shell

Item {
    id: root

    width: 1280
    height: 800

    GalleryStage {
        id: stage
        role: "asset_section"
        page: "documents-list"
    }
    Component {
        id: home
        HomePage {
            anchors.fill: parent
            session: stage.session
            settings: stage.settings
            isCompact: false
            isExpanded: true
        }
    }

    TestCase {
        name: "Shell"
        when: windowShown

        function test_everyPageOfARoleIsReachedByKeys() {
            const page = createTemporaryObject(home, root);
            const first = page.current;
            const seen = [first];
            for (let i = 0; i < 30; ++i) {
                keyClick(Qt.Key_PageDown, Qt.ControlModifier);
                if (page.current === first)
                    break;
                seen.push(page.current);
            }
            compare(page.current, first);
            verify(seen.length > 9);
            verify(seen.indexOf("settings") > 0);
            keyClick(Qt.Key_PageUp, Qt.ControlModifier);
            compare(page.current, seen[seen.length - 1]);
            keyClick(Qt.Key_2, Qt.ControlModifier);
            compare(page.current, seen[1]);
            keyClick(Qt.Key_0, Qt.ControlModifier);
            compare(page.current, "settings");
        }
        function test_aPageThatIsOpenedHasTheKeys() {
            const page = createTemporaryObject(home, root);
            page.go("documents");
            const loaded = findChild(page, "page");
            tryVerify(() => loaded.activeFocus);
            keyClick(Qt.Key_Tab);
            let item = root.Window.activeFocusItem;
            while (item && item !== loaded)
                item = item.parent;
            compare(item, loaded);
        }
        function test_theKeysOfThePageAreShown() {
            const page = createTemporaryObject(home, root);
            page.go("registry");
            keyClick(Qt.Key_F1);
            const help = findChild(page, "shortcutHelp");
            tryVerify(() => help.opened);
            compare(help.groups.length, 3);
            keyClick(Qt.Key_Escape);
            tryVerify(() => !help.opened);
            page.go("books"); // other keys, while they are not shown, in a window of another size
            root.width = 360;
            wait(50);
            root.width = 1280;
            compare(help.groups.length, 2);
        }
    }
}
