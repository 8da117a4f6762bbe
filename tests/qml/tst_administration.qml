import QtQuick
import QtTest
import Guanwu.Administration
import Guanwu.Gallery

Item {
    id: root

    width: 1200
    height: 800

    GalleryStage {
        id: stage
        role: "auditor"
        page: "audit"
    }
    Component {
        id: trail
        AuditPage {
            anchors.fill: parent
            session: stage.session
            settings: stage.settings
            isCompact: false
            isExpanded: true
        }
    }

    TestCase {
        name: "Administration"
        when: windowShown

        function test_anEntryOfTheTrailOpensAndLeadsToWhatElseWasDoneToItsObject() {
            const page = createTemporaryObject(trail, root);
            const table = findChild(page, "audit");
            tryCompare(table.records, "count", 4);
            table.forceActiveFocus();
            keyClick(Qt.Key_Home);
            keyClick(Qt.Key_Return);
            tryVerify(() => page.isOpen);
            const same = findChild(page, "sameObject");
            verify(same.visible);
            same.clicked();
            compare(table.records.query.object, "assets/TY2022000731");
            compare(findChild(page, "auditObject").text, "assets/TY2022000731");
            keyClick(Qt.Key_Escape);
            verify(!page.isOpen);
        }
        function test_theTrailIsSearchedByAccountAsOneTypes() {
            const page = createTemporaryObject(trail, root);
            const table = findChild(page, "audit");
            tryCompare(table.records, "count", 4);
            findChild(page, "auditActor").focusField();
            keyClick("o");
            keyClick("u");
            tryVerify(() => table.records.query.actor === "ou");
        }
    }
}
