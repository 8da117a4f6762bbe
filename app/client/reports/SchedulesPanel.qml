import QtQuick
import QtQuick.Layouts
import Guanwu.Controls
import Guanwu.Forms
import Guanwu.Reports
import Guanwu.Session
import Guanwu.Theme

// What is made and kept by itself, and when; each day on which it did not go as it should says what became of it.
SectionPanel {
    id: root

    required property ClientSession session
    required property ReportCatalog catalog

    readonly property bool mayChange: session.maySignDocuments()
    readonly property var told: record.value
    readonly property var named: catalog.reports
    readonly property var schedules: (told.schedules || []).filter(one => !one.ended_by)

    function when(schedule: var): string {
        if (schedule.period === "year")
            return qsTr("Every year, on %1/%2").arg(schedule.due_month).arg(schedule.due_day);
        return (schedule.period === "quarter" ? qsTr("Every quarter, on day %1") : qsTr("Every month, on day %1")).arg(schedule.due_day);
    }
    function details(schedule: var): string {
        return [when(schedule), schedule.unit_name || (schedule.reach === "everything" ? qsTr("The whole city") : ""), schedule.format.toUpperCase(), schedule.made_by].filter(text => text !== "").join("　");
    }
    // Days that were missed, made up for, or have not been made to this day.
    function oddRuns(schedule: var): var {
        return (schedule.runs || []).filter(run => run.state === "missed" || run.state === "failed" || run.made_up);
    }
    function wordsOf(run: var): string {
        if (run.state === "missed")
            return qsTr("%1: missed, how things stood that day can no longer be told").arg(run.due_on);
        if (run.state === "failed")
            return qsTr("%1: %2").arg(run.due_on).arg(run.problem);
        return qsTr("%1: made up for on %2").arg(run.due_on).arg(Qt.formatDate(new Date(run.at), "yyyy-MM-dd"));
    }

    title: qsTr("On schedule")
    note: schedules.length > 0 ? "" : qsTr("No report is made by itself yet.")

    OneRecord {
        id: record
        calls: root.session.calls
        parts: ["report-schedules"]
    }
    ChangeCall {
        id: sending
        calls: root.session.calls
        onDone: record.reload()
    }
    ProblemBanner {
        width: parent.width
        problem: record.problem !== "" ? record.problem : dialog.opened ? "" : sending.problem
        actionText: record.problem !== "" ? qsTr("Try again") : ""
        onActionRequested: record.reload()
    }
    Repeater {
        model: root.schedules

        Column {
            id: line

            required property var modelData
            readonly property bool hasTrouble: !!modelData.last_run && modelData.last_run.state === "failed"

            width: parent ? parent.width : 0

            ListRow {
                objectName: "schedule-" + line.modelData.id
                width: parent.width
                title: root.catalog.isThere ? root.catalog.title(line.modelData.report) : line.modelData.report // qmllint disable unqualified
                subtitle: root.details(line.modelData) // qmllint disable unqualified
                iconName: line.hasTrouble ? "alert" : "clock"
                tone: line.hasTrouble ? Theme.warning : Theme.mutedText

                IconButton {
                    visible: root.mayChange // qmllint disable unqualified
                    iconName: "trash"
                    text: qsTr("End")
                    onClicked: {
                        ending.schedule = line.modelData; // qmllint disable unqualified
                        ending.open(); // qmllint disable unqualified
                    }
                }
            }
            Repeater {
                model: root.oddRuns(line.modelData) // qmllint disable unqualified

                PlainText {
                    required property var modelData
                    required property int index

                    objectName: "run-" + line.modelData.id + "-" + modelData.due_on // qmllint disable unqualified
                    text: root.wordsOf(modelData) // qmllint disable unqualified
                    muted: modelData.state !== "failed"
                    color: modelData.state === "failed" ? Theme.warning : Theme.mutedText
                    font.pixelSize: Theme.captionSize
                    wrapMode: Text.Wrap
                    leftPadding: 2 * Theme.gapLarge + 24 // below the text of the row, which begins behind its icon
                    rightPadding: Theme.gapLarge
                    topPadding: index === 0 ? Theme.gapSmall : 0 // clear of the row's line
                    bottomPadding: Theme.gapSmall
                    width: parent.width
                }
            }
        }
    }
    ActionButton {
        objectName: "addSchedule"
        visible: root.mayChange
        text: qsTr("Have a report made by itself")
        iconName: "plus"
        onClicked: {
            asked.clear();
            dialog.open();
        }
    }
    ConfirmDialog {
        id: ending

        property var schedule: ({})

        title: qsTr("End this schedule?")
        message: qsTr("%1 is not made any more; what was kept stays.").arg(root.catalog.title(schedule.report || ""))
        confirmText: qsTr("End")
        onConfirmed: {
            sending.send("DELETE", ["report-schedules", schedule.id]);
            close();
        }
    }
    FormDialog {
        id: dialog

        objectName: "scheduleDialog"
        title: qsTr("A report on schedule")
        message: qsTr("Made and kept when the month, quarter or year is over, also after a stop of the server.")
        confirmText: qsTr("Enter")
        calls: root.session.calls
        call: sending
        fields: AskedFields {
            id: asked
            spec: [
                {
                    token: "report",
                    label: qsTr("Report"),
                    editing: "choice",
                    choices: root.named.map(report => ({
                                value: report.name,
                                text: report.title
                            })),
                    isRequired: true
                },
                {
                    token: "period",
                    label: qsTr("After each"),
                    editing: "choice",
                    choices: [
                        {
                            value: "month",
                            text: qsTr("Month")
                        },
                        {
                            value: "quarter",
                            text: qsTr("Quarter")
                        },
                        {
                            value: "year",
                            text: qsTr("Year")
                        }
                    ],
                    value: "month",
                    isRequired: true
                },
                {
                    token: "due_day",
                    label: qsTr("Day of the month, 1 to 28"),
                    editing: "number",
                    value: "5",
                    isRequired: true
                },
                {
                    token: "due_month",
                    label: qsTr("Month, of a yearly report"),
                    editing: "number"
                },
                {
                    token: "unit",
                    label: qsTr("Unit"),
                    editing: "unit"
                },
                {
                    token: "format",
                    label: qsTr("Format"),
                    editing: "choice",
                    choices: [
                        {
                            value: "pdf",
                            text: "PDF"
                        },
                        {
                            value: "xlsx",
                            text: "XLSX"
                        },
                        {
                            value: "csv",
                            text: "CSV"
                        }
                    ],
                    value: "pdf",
                    isRequired: true
                }
            ]
        }
        onFilled: {
            const said = asked.filled();
            const body = {
                report: said.report,
                format: said.format,
                period: said.period,
                due_day: Number(said.due_day),
                parameters: said.unit ? {
                    unit: said.unit
                } : {}
            };
            if (said.due_month)
                body.due_month = Number(said.due_month);
            sending.send("POST", ["report-schedules"], body);
        }
    }
}
