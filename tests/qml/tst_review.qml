import QtQuick
import QtTest
import Guanwu.Gallery
import Guanwu.Review
import Guanwu.Wall

Item {
    id: root

    width: 1400
    height: 900

    GalleryStage {
        id: officer
        role: "asset_officer"
    }
    GalleryStage {
        id: section
        role: "asset_section"
    }
    Component {
        id: sheetPage
        SheetPage {
            anchors.fill: parent
            session: officer.session
            task: "QC-2026-R"
            unit: "U017"
            isCompact: false
            isExpanded: true
        }
    }
    Component {
        id: wallPage
        WallPage {
            anchors.fill: parent
            session: section.session
            settings: section.settings
            isCompact: false
            isExpanded: true
            fillsScreen: false
        }
    }

    TestCase {
        name: "Review"
        when: windowShown

        function initTestCase() {
            officer.answerCampaign();
            section.answerCampaign();
        }

        function test_a_finding_is_decided_by_keys_alone() {
            const page = createTemporaryObject(sheetPage, root);
            verify(page);
            const list = findChild(page, "findings");
            tryCompare(list, "count", 20);
            const before = officer.calls.requests().length;
            keyClick(Qt.Key_J); // past both surplus things, to a line in doubt
            keyClick(Qt.Key_J);
            tryVerify(() => officer.calls.requests().length > before);
            keyClick(Qt.Key_D);
            const form = findChild(page, "decisionForm");
            tryVerify(() => form.opened);
            form.result = "match";
            const reason = findChild(form.contentItem, "reason");
            reason.text = "现场复核";
            keyClick(Qt.Key_D); // typed into the form, not another decision
            form.confirmed();
            tryVerify(() => officer.calls.requests().some(one => one.endsWith("/decisions")));
        }

        function test_the_wall_shows_every_unit_and_opens_one() {
            const page = createTemporaryObject(wallPage, root);
            verify(page);
            const tiles = findChild(page, "tiles");
            tryVerify(() => tiles.item && tiles.item.count === 219);
            page.open("U017");
            tryVerify(() => section.calls.requests().includes("GET /tasks/QC-2026-R/sheets/U017"));
            page.close();
            compare(page.opened, "");
        }

        function test_f11_shows_the_wall_for_a_meeting_room_and_escape_ends_it() {
            const page = createTemporaryObject(wallPage, root);
            const tiles = findChild(page, "tiles");
            tryVerify(() => tiles.item && tiles.item.count === 219);
            keyClick(Qt.Key_F11);
            tryCompare(page, "big", true);
            keyClick(Qt.Key_Escape);
            tryCompare(page, "big", false);
        }
    }
}
