import QtQuick
import QtTest
import Guanwu.Gallery
import Guanwu.Overview
import Guanwu.Reports

Item {
    id: root

    width: 1300
    height: 850

    GalleryStage {
        id: leaders
        role: "asset_section"
        page: "overview"
    }
    GalleryStage {
        id: section
        role: "asset_section"
        page: "reports-schedule"
    }
    Component {
        id: overview
        OverviewPage {
            anchors.fill: parent
            session: leaders.session
            settings: leaders.settings
            isCompact: false
            isExpanded: true
        }
    }
    Component {
        id: schedules
        SchedulesPanel {
            width: 700
            session: section.session
            catalog: ReportCatalog {
                calls: section.session.calls
            }
        }
    }
    TestCase {
        name: "Reports"
        when: windowShown

        function test_each_indicator_says_how_it_is_computed_and_opens_what_it_counts() {
            const page = createTemporaryObject(overview, root);
            const find = name => findChild(page, name);
            for (const one of ["clear_title", "sound_allocation", "efficient_use", "proper_disposal", "prompt_work"]) {
                tryVerify(() => find("indicator-" + one) !== null, 5000, one);
                const panel = find("indicator-" + one);
                verify(findChild(panel, "rule").text.length > 0, one);
                compare(findChild(panel, "parts").visible, panel.isKnown, one);
            }
            compare(findChild(find("indicator-clear_title"), "parts").text, "50 of 60");
            compare(findChild(find("indicator-efficient_use"), "parts").text, "108,243.68 × 10,000 yuan of 126,862.92 × 10,000 yuan");
            verify(!find("linesHeader").visible);
            mouseClick(find("indicator-clear_title"));
            tryVerify(() => find("linesHeader").visible);
            verify(leaders.calls.requests().includes("GET /reports/indicators"));
            keyClick(Qt.Key_Escape);
            tryVerify(() => !find("linesHeader").visible);

            // By keyboard too; one that nothing is known of opens the report.
            find("indicator-sound_allocation").forceActiveFocus();
            keyClick(Qt.Key_Return);
            tryVerify(() => find("linesHeader").visible);
        }
        function test_days_that_were_missed_or_made_up_for_are_told_below_their_schedule() {
            const panel = createTemporaryObject(schedules, root);
            const run = day => findChild(panel, "run-1-" + day);
            tryVerify(() => findChild(panel, "schedule-1") !== null);
            tryVerify(() => run("2026-11-05") !== null);
            verify(run("2026-11-05").text.includes("guanwu depreciate"));
            compare(run("2026-10-05").text, "2026-10-05: made up for on 2026-10-12");
            verify(run("2026-09-05").text.startsWith("2026-09-05: missed"));
            compare(run("2026-08-05"), null); // as it should be
            verify(findChild(panel, "schedule-1").subtitle.includes("zhang.san")); // the trouble hides nothing
        }
    }
}
