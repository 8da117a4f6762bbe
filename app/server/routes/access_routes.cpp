#include "app/server/routes/routes.h"

#include "app/security/openssl_signatures.h"
#include "app/server/server_context.h"
#include "app/server/setup_secret.h"
#include "core/access/access_service.h"
#include "core/access/device_service.h"
#include "schema/access/soci_account_store.h"
#include "schema/access/soci_device_store.h"
#include "schema/audit/audit_trail.h"
#include "schema/connection/sha256.h"
#include "schema/connection/unit_of_work.h"
#include "schema/repositories/units.h"

namespace guanwu {

namespace access_routes {

    using Json = nlohmann::ordered_json;

    /// The administrators of accounts see no records of the registry, but name any unit.
    constexpr Scope kAll = Scope::everything();

    /// The use cases over the session that the call was lent.
    struct Access {
        SociAccountStore store;
        AccessService service;

        explicit Access(RouteCall& call)
            : store(call.session)
            , service(store, call.server.secrets, call.server.now)
        {
        }
    };

    Json roleJson(const Account& account)
    {
        return account.role ? Json(tokenRow(kRoles, *account.role).token) : Json();
    }

    Json accountJson(RouteCall& call, const Account& account)
    {
        Json out {{"login", account.login}, {"name", account.name}, {"role", roleJson(account)},
            {"unit", nullptr}, {"department", nullptr}};
        if (account.unit.value != 0)
            out["unit"] = unitCode(call.session, kAll, account.unit);
        if (account.department.value != 0)
            out["department"] = departmentName(call.session, kAll, account.department);
        return out;
    }

    Json passwordJson(const std::string& login, const std::string& password)
    {
        return {{"login", login}, {"password", password}};
    }

    Result<HttpResponse> setUp(RouteCall& call)
    {
        if (!call.server.setup.opens(call.text("secret")))
            return fail(ErrorCode::Forbidden, "access.setup_secret");
        std::vector<std::pair<std::string, std::string>> administrators;
        for (const char* login : {"system", "security", "audit"})
            administrators.emplace_back(login, firstPassword(call.server.secrets));
        if (const auto done = Access(call).service.setUp(administrators); !done)
            return fail(done.error());
        call.server.setup.use();
        Json all = Json::array();
        for (const auto& [login, password] : administrators)
            all.push_back(passwordJson(login, password));
        return jsonResponse({{"administrators", all}}, 201);
    }

    /// The handheld that a log-in is made on, 0 = none: it has to prove itself. Errors: device.proof.
    Result<DeviceId> provenDevice(RouteCall& call)
    {
        if (!call.has("device"))
            return DeviceId {};
        const auto id = wholeNumber(call.text("device"));
        if (!id)
            return fail(ErrorCode::Forbidden, "device.proof");
        SociDeviceStore devices(call.session);
        const OpensslSignatures signatures;
        const std::string body = sha256Hex(call.request.body);
        const auto device = DeviceService(devices, call.server.secrets, signatures, call.server.now)
                                .prove(DeviceId {*id}, {call.request.method, call.request.target, body, {}},
                                    call.request.headers["Guanwu-Proof"]);
        return device ? Result<DeviceId>(device->id) : fail(device.error());
    }

    Result<HttpResponse> logIn(RouteCall& call)
    {
        const auto device = provenDevice(call);
        if (!device)
            return fail(device.error());
        // Of a log-in that no account bears, only that somebody tried: it may be a password in the wrong
        // field.
        if (const auto account = Access(call).store.findAccount(call.text("login")))
            call.session.audit().setActor(account->login,
                device->value == 0 ? call.request.peer : "device:" + std::to_string(device->value));
        const auto in = Access(call).service.logIn(
            call.text("login"), call.text("password"), call.request.peer, *device);
        if (!in)
            return fail(in.error());
        return jsonResponse({{"token", in->token}, {"account", accountJson(call, in->account)},
                                {"must_change_password", in->account.mustChangePassword}},
            201);
    }

    Result<HttpResponse> current(RouteCall& call)
    {
        const Account& account = call.caller.account;
        return jsonResponse(
            {{"account", accountJson(call, account)}, {"must_change_password", account.mustChangePassword}});
    }

    Result<HttpResponse> logOut(RouteCall& call)
    {
        UnitOfWork work(call.session);
        Access(call).service.logOut(call.caller);
        work.commit();
        return emptyResponse();
    }

    Result<HttpResponse> changePassword(RouteCall& call)
    {
        const auto changed
            = Access(call).service.changePassword(call.caller, call.text("old"), call.text("new"));
        return changed ? Result<HttpResponse>(emptyResponse()) : fail(changed.error());
    }

    Result<HttpResponse> accounts(RouteCall& call)
    {
        Json all = Json::array();
        for (const Account& account : Access(call).store.accounts()) {
            all.push_back(accountJson(call, account));
            all.back()["disabled"] = account.disabled;
        }
        return jsonResponse({{"accounts", all}});
    }

    Result<HttpResponse> addAccount(RouteCall& call)
    {
        const std::string password = firstPassword(call.server.secrets);
        const auto made
            = Access(call).service.create(call.caller, call.text("login"), call.text("name"), password);
        if (!made)
            return fail(made.error());
        return jsonResponse(passwordJson(call.text("login"), password), 201);
    }

    Result<HttpResponse> grantRole(RouteCall& call)
    {
        const auto role = parseToken(kRoles, call.text("role"), "access.role_name");
        if (!role)
            return fail(inField(role.error(), "role"));
        UnitId unit;
        DepartmentId department;
        if (call.has("unit")) {
            const auto found = findUnit(call.session, kAll, call.text("unit"));
            if (!found)
                return fail(inField(found.error(), "unit"));
            unit = *found;
        }
        if (call.has("department")) {
            const auto found = findDepartment(call.session, kAll, unit, call.text("department"));
            if (!found)
                return fail(inField(found.error(), "department"));
            department = *found;
        }
        const auto granted
            = Access(call).service.grant(call.caller, call.pathValue("login"), *role, unit, department);
        return granted ? Result<HttpResponse>(emptyResponse()) : fail(granted.error());
    }

    Result<HttpResponse> setDisabled(RouteCall& call)
    {
        const auto done = Access(call).service.setDisabled(
            call.caller, call.pathValue("login"), call.body["disabled"].get<bool>());
        return done ? Result<HttpResponse>(emptyResponse()) : fail(done.error());
    }

    Result<HttpResponse> resetPassword(RouteCall& call)
    {
        const std::string password = firstPassword(call.server.secrets);
        const auto done = Access(call).service.resetPassword(call.caller, call.pathValue("login"), password);
        if (!done)
            return fail(done.error());
        return jsonResponse(passwordJson(call.pathValue("login"), password));
    }

    constexpr RouteField kSetUpBody[] = {
        {"secret", FieldKind::Text, FieldNeed::Required, "Shown by the server when it started."},
    };
    constexpr RouteField kLogInBody[] = {
        {"login", FieldKind::Text, FieldNeed::Required},
        {"password", FieldKind::Text, FieldNeed::Required},
        {"device", FieldKind::Text, FieldNeed::Optional,
            "Of a handheld, which proves itself with Guanwu-Proof."},
    };
    constexpr RouteField kPasswordBody[] = {
        {"old", FieldKind::Text, FieldNeed::Required},
        {"new", FieldKind::Text, FieldNeed::Required},
    };
    constexpr RouteField kAccountBody[] = {
        {"login", FieldKind::Text, FieldNeed::Required, "Never given again."},
        {"name", FieldKind::Text, FieldNeed::Required},
    };
    constexpr RouteField kRoleBody[] = {
        {"role", FieldKind::Text, FieldNeed::Required},
        {"unit", FieldKind::Text, FieldNeed::Optional, "Code of the unit, for roles of one."},
        {"department", FieldKind::Text, FieldNeed::Optional, "Name of the department, for its clerk."},
    };
    constexpr RouteField kDisabledBody[] = {{"disabled", FieldKind::Boolean, FieldNeed::Required}};

    const Route kRoutes[] = {
        {"POST", "/setup", Admission::Everybody, {}, Reach::Common,
            "Makes the three administrators of a new registry, once.", {AuditAction::SetUp, setUp}, {},
            BodyKind::Json, kSetUpBody, 0, Lane::Password},
        {"POST", "/sessions", Admission::Everybody, {}, Reach::Common, "Logs in.",
            {AuditAction::LogIn, logIn}, {}, BodyKind::Json, kLogInBody, 0, Lane::Password},
        {"GET", "/sessions/current", Admission::LoggedIn, {}, Reach::Common, "Who is logged in.", current},
        {"DELETE", "/sessions/current", Admission::LoggedIn, {}, Reach::Common, "Logs out.",
            {AuditAction::LogOut, logOut}},
        {"POST", "/sessions/current/password", Admission::LoggedIn, {}, Reach::Common,
            "Changes the own password; every log-in of the account ends.",
            {AuditAction::ChangePassword, changePassword}, {}, BodyKind::Json, kPasswordBody, 0,
            Lane::Password},
        {"GET", "/accounts", Admission::Permitted, Permission::ReadAccounts, Reach::Common,
            "All accounts with their roles.", accounts},
        {"POST", "/accounts", Admission::Permitted, Permission::ManageAccounts, Reach::Common,
            "Adds an account without a role; answers its first password.",
            {AuditAction::AddAccount, addAccount}, {}, BodyKind::Json, kAccountBody, 0, Lane::Password},
        {"PUT", "/accounts/{login}/role", Admission::Permitted, Permission::GrantRoles, Reach::Common,
            "Grants a role; every log-in of the account ends.", {AuditAction::GrantRole, grantRole}, {},
            BodyKind::Json, kRoleBody},
        {"PUT", "/accounts/{login}/disabled", Admission::Permitted, Permission::ManageAccounts, Reach::Common,
            "Ends all log-ins of an account and allows no more, or allows them again.",
            {AuditAction::DisableAccount, setDisabled}, {}, BodyKind::Json, kDisabledBody},
        {"POST", "/accounts/{login}/password", Admission::Permitted, Permission::ManageAccounts,
            Reach::Common, "Gives a new first password.", {AuditAction::ResetPassword, resetPassword}, {},
            BodyKind::None, {}, 0, Lane::Password},
    };

} // namespace access_routes

std::span<const Route> accessRoutes() { return access_routes::kRoutes; }

} // namespace guanwu
