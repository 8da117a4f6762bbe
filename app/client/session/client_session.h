#pragma once

#include "app/client/calls/calls.h"
#include "app/client/session/demo_server.h"
#include "app/handheld/server_api.h"
#include "app/text/language.h"
#include "core/access/role.h"

#include <QVariantList>
#include <functional>
#include <qqmlregistration.h>

namespace guanwu {

/// Who uses this device, on which server: from the first start to the locked screen. Everything it says is on
/// the disk of the device, so it says the same without a network.
class ClientSession : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("there is one, made by main()")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(guanwu::Calls* calls READ calls CONSTANT)
    Q_PROPERTY(QString storeFile READ storeFile CONSTANT)
    Q_PROPERTY(QString serverUrl READ serverUrl NOTIFY changed)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY changed)
    Q_PROPERTY(QString login READ login NOTIFY changed)
    Q_PROPERTY(QString userName READ userName NOTIFY changed)
    Q_PROPERTY(QString role READ role NOTIFY changed)
    Q_PROPERTY(QString roleName READ roleName NOTIFY changed)
    Q_PROPERTY(QString unit READ unit NOTIFY changed)
    Q_PROPERTY(bool hasPin READ hasPin NOTIFY changed)
    Q_PROPERTY(bool isDemo READ isDemo NOTIFY changed)
    Q_PROPERTY(QString demoStep READ demoStep NOTIFY changed)
    Q_PROPERTY(QVariantList demoAccounts READ demoAccounts CONSTANT)

public:
    enum class State { NotEnrolled, LoggedOut, MustChangePassword, Locked, Open };
    Q_ENUM(State)

    /// `store` is made when it is not there. Throws StorageError when it cannot be. `calls` null = those of a
    /// server.
    ClientSession(std::filesystem::path store, Language language, DemoServer::Place demo,
        std::unique_ptr<Calls> calls = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] Calls* calls() const { return m_calls.get(); }
    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] QString storeFile() const;
    [[nodiscard]] QString serverUrl() const;
    [[nodiscard]] QString deviceName() const;
    [[nodiscard]] QString login() const { return QString::fromStdString(m_login.login); }
    [[nodiscard]] QString userName() const { return QString::fromStdString(m_login.name); }
    [[nodiscard]] QString role() const { return QString::fromStdString(m_login.role); }
    [[nodiscard]] QString roleName() const;
    [[nodiscard]] QString unit() const { return QString::fromStdString(m_login.unit); }
    [[nodiscard]] bool hasPin() const { return m_hasPin; }
    [[nodiscard]] bool isDemo() const { return m_demo.isRunning(); }
    [[nodiscard]] QString demoStep() const { return m_demo.step(); }
    /// { login, name } of the accounts of the demo registry.
    [[nodiscard]] QVariantList demoAccounts() const;

    /// Whether the role of who is logged in carries the permission, by its name in core/access/role.h.
    [[nodiscard]] bool may(Permission permission) const;
    Q_INVOKABLE [[nodiscard]] bool mayCount() const { return may(Permission::Count); }
    Q_INVOKABLE [[nodiscard]] bool mayDecide() const { return may(Permission::DecideFindings); }
    Q_INVOKABLE [[nodiscard]] bool maySign() const { return may(Permission::SignSheet); }
    Q_INVOKABLE [[nodiscard]] bool maySuperviseCount() const { return may(Permission::SuperviseCount); }
    Q_INVOKABLE [[nodiscard]] bool mayRunCampaign() const { return may(Permission::RunCampaign); }
    Q_INVOKABLE [[nodiscard]] bool mayReadCampaign() const { return may(Permission::ReadCampaign); }
    Q_INVOKABLE [[nodiscard]] bool mayReadRegistry() const { return may(Permission::ReadRegistry); }
    Q_INVOKABLE [[nodiscard]] bool mayEditCards() const { return may(Permission::EditCards); }
    Q_INVOKABLE [[nodiscard]] bool mayFileDocuments() const { return may(Permission::FileDocuments); }
    Q_INVOKABLE [[nodiscard]] bool maySignDocuments() const { return may(Permission::SignDocuments); }
    Q_INVOKABLE [[nodiscard]] bool maySettleDocuments() const { return may(Permission::SettleDocuments); }
    Q_INVOKABLE [[nodiscard]] bool mayKeepBooks() const { return may(Permission::KeepBooks); }
    Q_INVOKABLE [[nodiscard]] bool mayManageDevices() const { return may(Permission::ManageDevices); }
    Q_INVOKABLE [[nodiscard]] bool mayImport() const { return may(Permission::ImportTables); }
    Q_INVOKABLE [[nodiscard]] bool mayReadAccounts() const { return may(Permission::ReadAccounts); }
    Q_INVOKABLE [[nodiscard]] bool mayManageRoutes() const { return may(Permission::ManageRoutes); }
    Q_INVOKABLE [[nodiscard]] bool mayReadAudit() const { return may(Permission::ReadAudit); }
    Q_INVOKABLE [[nodiscard]] bool mayManageAccounts() const { return may(Permission::ManageAccounts); }
    Q_INVOKABLE [[nodiscard]] bool mayGrantRoles() const { return may(Permission::GrantRoles); }

    /// With the text of an administrator's QR code.
    Q_INVOKABLE void enrol(const QString& code, const QString& deviceName);
    Q_INVOKABLE void logIn(const QString& login, const QString& password);
    /// As one of demoAccounts().
    Q_INVOKABLE void logInDemo(const QString& login);
    Q_INVOKABLE void changePassword(const QString& old, const QString& fresh);
    Q_INVOKABLE void logOut();
    Q_INVOKABLE void setPin(const QString& pin);
    Q_INVOKABLE void unlock(const QString& pin);
    Q_INVOKABLE void lock();
    Q_INVOKABLE void forgetProblem();
    /// Ends the making of the demo; it goes on the next time.
    Q_INVOKABLE void stopDemo();
    /// Starts a server over the demo registry on this machine, making both if need be, and enrols with it.
    Q_INVOKABLE void tryDemo();

Q_SIGNALS:
    void changed();

private:
    /// Runs `work` on another thread with a store of its own; what is wrong with it becomes the problem.
    void run(std::function<ApiResult<void>(HandheldStore&)> work, std::function<void()> then = {});
    void refresh(State whenLoggedIn);
    void setProblem(const QString& problem);

    std::filesystem::path m_file;
    Language m_language;
    std::unique_ptr<HandheldStore> m_store;
    std::unique_ptr<Calls> m_calls;
    DemoServer m_demo;
    State m_state = State::NotEnrolled;
    HandheldLogin m_login;
    QString m_problem;
    bool m_busy = false;
    bool m_hasPin = false;
};

} // namespace guanwu
