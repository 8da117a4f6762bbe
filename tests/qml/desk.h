#pragma once

#include "app/client/documents/document_paper.h"
#include "app/client/documents/document_view.h"
#include "app/client/records/saved_answer.h"
#include "tests/qml/program_window.h"
#include "tests/reliability/count_office.h"
#include "tests/support/temp_folder.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QPointer>

namespace guanwu::test {

/// A server over an invented city, its bureau, and what is attached there.
struct City {
    City(int units, int cards)
        : office("sqlite:" + (folder.path() / "registry.db").string(), folder.path() / "office")
    {
        office.foundCity(units, cards);
        office.setUpAccounts();
        office.startServer(0);
    }
    /// A paper; none is like another.
    [[nodiscard]] QString paper()
    {
        const QString path = QString::fromStdString((folder.path() / "paper.pdf").string());
        QFile file(path);
        mustBe(file.open(QIODevice::WriteOnly), u"no paper can be written"_s);
        file.write("%PDF-1.4\n% 材料 " + QByteArray::number(++papers) + "\n");
        return path;
    }

    TempFolder folder;
    CountOffice office;
    int papers = 0;
};

/// The desk that all of them sit down at.
class Desk : public ProgramWindow {
public:
    explicit Desk(City& city)
        : ProgramWindow(city.folder.path() / "desk" / "store.db")
        , m_city(city)
    {
        done([&] {
            session.enrol(QString::fromStdString(city.office.enrolmentCode(city.office.port())), u"desk"_s);
        });
    }

    void sitDown(const QString& login)
    {
        if (session.state() == ClientSession::State::Open)
            session.logOut();
        waitUntil([&] { return !session.isBusy(); });
        done([&] { session.logIn(login, m_passwords[login]); });
        if (session.state() == ClientSession::State::MustChangePassword) {
            const QString first = std::exchange(m_passwords[login], u"Desk-of-2026-guanwu"_s);
            done([&] { session.changePassword(first, m_passwords[login]); });
        }
        mustBe(session.state() == ClientSession::State::Open, u"not logged in: "_s + login);
        mustCome(
            [&] { return item(u"go-documents"_s) != nullptr; }, [&] { return u"no pages for "_s + login; });
    }
    /// Somebody of the unit, or of the bureau.
    void hire(const char* login, const char* role, const QString& unit = {})
    {
        if (m_passwords.contains(QLatin1StringView(login)))
            return;
        const auto clerk = m_city.office.addAccount(login, role, unit.toStdString());
        m_passwords[QString::fromStdString(clerk.login)] = QString::fromStdString(clerk.password);
    }
    [[nodiscard]] QStringList units()
    {
        QStringList out;
        for (const auto& one : get(u"/units"_s).json()[u"units"].toArray())
            out.push_back(one.toObject()[u"code"].toString());
        return out;
    }

    [[nodiscard]] DocumentView& view()
    {
        DocumentView* shown = nullptr;
        mustCome(
            [&] {
                for (DocumentView* one : m_window->findChildren<DocumentView*>())
                    if (one->isThere())
                        shown = one;
                return shown != nullptr;
            },
            [&] { return u"no document is shown; "_s + problems(); });
        return *shown;
    }
    /// Of the document that is shown. Its page may be made anew while an answer is waited for: nothing of it
    /// is held across that.
    [[nodiscard]] DocumentPaperUpload* upload()
    {
        for (auto* one : m_window->findChildren<DocumentPaperUpload*>())
            if (one->view() == &view())
                return one;
        return nullptr;
    }
    [[nodiscard]] bool isAttached(const QString& paper)
    {
        for (const QVariant& one : view().checkList())
            if (one.toMap()[u"paper"_s] == paper && one.toMap()[u"isThere"_s].toBool())
                return true;
        return false;
    }
    void attach(const QString& paper, const QString& file)
    {
        mustCome([&] { return !view().isBusy(); }, [&] { return u"still loading"_s; });
        QString problem;
        // A lost answer is told, and sent again as a person does.
        for (int again = 0; again < 2 && !isAttached(paper); ++again) {
            if (again > 0)
                WARN("sent again after: " << problem.toStdString());
            QPointer<DocumentPaperUpload> sending = upload();
            mustBe(sending != nullptr, u"papers cannot be attached"_s);
            sending->add(paper, QUrl::fromLocalFile(file)); // the dialog of the system is not ours
            waitUntil([&] { return !sending || !sending->isBusy(); }, kPatience);
            problem = sending ? sending->problem() : u"the page is gone"_s;
        }
        mustBe(isAttached(paper), u"not attached: %1; %2"_s.arg(paper, problem));
    }
    /// Presses an action, fills in what it asks for, and waits until it is done.
    void act(const QString& action, const QList<std::pair<QString, QString>>& fields = {})
    {
        const qint64 revision = view().revision();
        tap(u"action-"_s + action);
        mustCome([&] { return item(u"moveDialog-confirm"_s) != nullptr; }, [&] { return u"no dialog"_s; });
        for (const auto& [token, value] : fields)
            fill(token, value);
        confirm(u"moveDialog"_s);
        mustCome([&] { return view().revision() > revision; },
            [&] { return action + u" does nothing; "_s + view().open().join(u'|') + problems(); });
    }
    /// A new document of the kind, from the list of documents.
    void begin(const QString& kind, const QString& method)
    {
        tap(u"go-documents"_s);
        tap(u"newDocument"_s);
        choose(u"kinds"_s, kind);
        tap(u"method-"_s + method);
        wait(u"documentForm"_s);
    }
    /// A thing on its list; choosing it from all things is another page.
    void addAsset(const QString& number)
    {
        auto* draft = wait(u"documentForm"_s)->parentItem()->property("draft").value<QObject*>();
        mustBe(draft != nullptr, u"no draft is written"_s);
        QMetaObject::invokeMethod(draft, "addAsset", Q_ARG(QString, number));
        wait(u"removeLine-0"_s);
    }
    /// Answers the number of what was written.
    QString saveDraft(const QString& kind)
    {
        tap(u"saveDraft"_s);
        mustCome([&] { return item(u"documentForm"_s) == nullptr; },
            [&] { return u"not saved: "_s + problems(); });
        mustCome([&] { return view().kind() == kind; }, [&] { return u"another document is shown"_s; });
        mustBe(view().state() == u"draft"_s, view().state());
        return view().number();
    }
    /// The step that waits is signed, with what its dialog asks for.
    void approve(const QString& number, const QList<std::pair<QString, QString>>& fields = {})
    {
        open(number);
        const qint64 revision = view().revision();
        tap(u"action-approve"_s);
        mustCome([&] { return item(u"moveDialog-confirm"_s) != nullptr; }, [&] { return u"no dialog"_s; });
        QList<std::pair<QString, QString>> said {{u"meeting"_s, u"党组会"_s},
            {u"minutes_no"_s, u"纪要〔2026〕1号"_s}, {u"paper_no"_s, u"怀机管〔2026〕1号"_s}};
        said += fields;
        for (const auto& [token, value] : said)
            if (item(u"field-"_s + token))
                fill(token, value);
        confirm(u"moveDialog"_s);
        mustCome([&] { return view().revision() > revision; },
            [&] { return u"not signed; "_s + view().open().join(u'|') + problems(); });
    }
    /// Everybody on its route signs, each at the desk.
    void sign(const QString& number)
    {
        const QString unit = view().unit();
        const QString above = view().json()[u"supervising"].toObject()[u"code"].toString();
        for (int bureau = 1; view().state() == u"in_review"_s;) {
            const QString step = view().json()[u"step"].toString();
            QString who = u"officer1"_s;
            if (step == u"dept_review"_s) {
                who = u"parent1"_s;
                hire("parent1", "asset_officer", above);
            } else if (step == u"unit_decision"_s || step == u"using_department"_s) {
                hire("officer1", "asset_officer", unit);
            } else {
                who = u"bureau%1"_s.arg(bureau++);
                hire(who.toLatin1().constData(), "asset_section");
            }
            sitDown(who);
            approve(number);
        }
    }
    /// Looks through what is to be filed, and files it.
    void file()
    {
        mustBe(view().open().isEmpty(), view().open().join(u" | "_s));
        tap(u"action-file"_s);
        confirm(u"filingDialog"_s);
        mustCome([&] { return view().state() == u"in_review"_s; }, [&] { return problems(); });
        mustBe(!view().may(u"approve"_s), u"who applies may sign"_s);
    }
    /// The form of the document that is shown, as its page saves it; the dialog of the system is not ours.
    void saveForm()
    {
        const QString name = view().number();
        savePdf(name, {u"documents"_s, name, u"form.pdf"_s});
        forms.push_back(name);
    }
    /// A PDF of the server, as the page that is shown saves it.
    void savePdf(const QString& name, const QStringList& parts)
    {
        SavedAnswer* saving = nullptr;
        for (auto* one : m_window->findChildren<SavedAnswer*>())
            saving = one;
        mustBe(saving != nullptr, u"nothing can be saved here"_s);
        const QString path = QDir::current().absoluteFilePath(u"desk-"_s + name + u".pdf"_s);
        QFile::remove(path);
        saving->save(u"GET"_s, parts, QUrl::fromLocalFile(path));
        QFile file(path);
        mustCome([&] { return saving->writtenPath() == path && file.exists(); },
            [&] { return u"not saved: "_s + path + saving->problem(); });
        mustBe(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-", u"no PDF: "_s + path);
    }
    /// Every paper that the next step cannot do without.
    void attachMissing()
    {
        for (const QVariant& one : view().checkList())
            if (const QVariantMap paper = one.toMap();
                paper[u"isMust"_s].toBool() && !paper[u"isThere"_s].toBool())
                attach(paper[u"paper"_s].toString(), m_city.paper());
    }
    /// The document in the list of what waits.
    void open(const QString& number)
    {
        tap(u"go-documents"_s);
        mustCome(
            [&] {
                auto* table = item(u"documents"_s);
                return table && table->property("records").value<QObject*>()->property("count").toInt() > 0;
            },
            [&] { return u"nothing waits for "_s + session.login(); });
        tap(u"row-0"_s);
        mustCome([&] { return view().number() == number; },
            [&] { return u"another document waits: "_s + view().number(); });
    }
    /// Says to the page that is shown what it is to show, where to tap on it is a matter of drawing.
    void show(const char* property, const QVariant& value)
    {
        for (auto* one : m_window->findChildren<QQuickItem*>())
            if (one->isVisible() && one->property("titlesShown").isValid()
                && one->property(property).isValid()) {
                one->setProperty(property, value);
                return;
            }
        mustBe(false, u"no page shows "_s + QLatin1StringView(property));
    }
    QStringList forms; ///< that were saved

private:
    City& m_city;
    QMap<QString, QString> m_passwords;
};

} // namespace guanwu::test
