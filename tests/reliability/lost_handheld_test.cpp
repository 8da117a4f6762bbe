// P9: what whoever finds a handheld reads on its disk. Registry, server and handheld are real; what must not
// be found is planted in every place that a handheld could have it from.
#include "app/handheld/handheld.h"
#include "app/handheld/open_server.h"
#include "app/handheld/pin_lock.h"
#include "app/handheld/sync.h"
#include "app/system_clock.h"
#include "tests/reliability/count_office.h"
#include "tests/support/disk_image.h"
#include "tests/support/small_pictures.h"
#include "tests/support/temp_folder.h"

#include <catch2/catch.hpp>
#include <soci/soci.h>

using namespace guanwu;
using namespace guanwu::test;

namespace {

constexpr auto kUnits = "单位编码,单位名称,单位类型\n"
                        "U001,本局,administrative\n"
                        "U002,隔壁的水利局,administrative\n";
constexpr auto kPeople = "人员编码,姓名,单位,部门,职级,职务\n"
                         "P101,欧阳用卡,U001,办公室,一级主任科员,副科长甲\n"
                         "P177,司徒不在册,U001,人事科,四级调研员,调研员乙\n"
                         "P201,慕容隔壁,U002,规划处,二级巡视员,处长丙\n";
constexpr auto kPlaces = "地点编码,地点类型,地点名称,上级地点,单位\n"
                         "LOU-1,building,一号楼,,\n"
                         "A-101,room,本局档案室,LOU-1,U001\n"
                         "A-177,room,本局空房间,LOU-1,U001\n"
                         "B-201,room,隔壁的值班室,LOU-1,U002\n";
constexpr auto kAssets
    = "资产编号,单位,部门,使用人,管理人,存放地点,资产分类代码,资产名称,品牌,规格型号,序列号,原值,取得日期,备注\n"
      "TY2022000001,U001,办公室,P101,P177,A-101,A02010105,本局的台式机,品牌甲乙,型号甲,SN-0815-01,48213.57,2021-03-17,"
      "保管人身份证 43120019800101123X 电话 13974512345\n"
      "TY2022000002,U001,办公室,P101,P177,A-101,A02010105,本局的便携机,品牌丙丁,型号乙,SN-0815-02,73519.26,2020-11-23,"
      "经办人 431200197505056789 手机 18907451122\n"
      "TY2022000003,U001,办公室,P101,P177,A-101,A02010105,本局的打印机,品牌戊己,型号丙,SN-0815-03,96847.31,2019-07-29,"
      "供应商联系人 0745-2712345\n"
      "JJ2021000771,U002,规划处,P201,P201,B-201,A02010105,隔壁的服务器,品牌庚辛,隔壁型号,SN-4711-01,31416.92,2021-04-19,"
      "隔壁的备注 431200196612121234\n"
      "JJ2021000772,U002,规划处,P201,P201,B-201,A02010105,隔壁的交换机,品牌壬癸,隔壁型号二,SN-4711-02,27182.81,2021-04-19,"
      "隔壁的备注二 13874599999\n";

/// Planted, and nowhere on the handheld: what its sheet does not need of its own cards and people, what is of
/// another unit, and what a camera puts into a picture.
const std::vector<std::string> kNeverThere {
    // values, makers, numbers and remarks of its own cards, and what the remarks hold
    "48213.57", "4821357", "73519.26", "7351926", "96847.31", "9684731", "品牌甲乙", "品牌丙丁", "品牌戊己",
    "SN-0815-01", "SN-0815-02", "SN-0815-03", "43120019800101123X", "431200197505056789", "13974512345",
    "18907451122", "0745-2712345", "供应商联系人", "2021-03-17", "2020-11-23", "2019-07-29",
    // its own unit: who uses nothing, an empty room, ranks and posts
    "P177", "司徒不在册", "调研员乙", "人事科", "副科长甲", "一级主任科员", "A-177", "本局空房间",
    // another unit
    "U002", "隔壁的水利局", "P201", "慕容隔壁", "处长丙", "规划处", "二级巡视员", "B-201", "隔壁的值班室",
    "JJ2021000771", "JJ2021000772", "隔壁的服务器", "隔壁的交换机", "隔壁型号", "品牌庚辛", "品牌壬癸",
    "SN-4711-01", "31416.92", "3141692", "27182.81", "2718281", "431200196612121234", "13874599999",
    "隔壁的备注", "隔壁的便条",
    // a picture
    "GPS 27.5501N 109.9592E", "Camera of Ouyang"};

/// What a handheld has to show: its own sheet and what was said on it. The search finds it, so it would find
/// the rest.
const std::vector<std::string> kThere {"TY2022000001", "本局的台式机", "本局档案室", "欧阳用卡",
    "TY2022000003", "本局的便条，尚未同步", "同事的便条"};

constexpr auto kPin = "593817264058";
constexpr auto kNewPassword = "Zxcv-8243-Uiop";

template <class T> T must(T done)
{
    if constexpr (requires { done.error().error; })
        UNSCOPED_INFO((done ? "" : done.error().error.subject + " " + done.error().error.detail));
    else
        UNSCOPED_INFO((done ? "" : done.error().subject + " " + done.error().detail));
    REQUIRE(done);
    return done;
}

/// A handheld of a clerk who changed the first password.
class Device {
public:
    Device(const std::filesystem::path& folder, CountOffice& office, const CountOffice::Clerk& clerk)
        : enrolment(office.enrolmentCode(office.port()))
    {
        std::filesystem::create_directory(folder);
        handheld = std::move(*must(Handheld::open(folder / "handheld.db", systemNow)));
        must(enrol(handheld->store(), *must(EnrolmentCode::parse(enrolment)), "手持机"));
        server = std::move(*must(OpenServer::of(handheld->store())));
        must(logIn(handheld->store(), server, clerk.login, clerk.password));
        tokens.push_back(handheld->store().login()->token);
        must(changePassword(handheld->store(), server, clerk.password, kNewPassword));
        tokens.push_back(handheld->store().login()->token);
        must(HandheldSync(handheld->store(), *server.api, {systemNow}).fetch(CountOffice::task()));
        must(handheld->choose(CountOffice::task(), ""));
    }
    void say(const std::string& note) const { must(handheld->note(note, "", "A-101")); }
    SyncReport sync()
    {
        const SyncReport report = HandheldSync(handheld->store(), *server.api, {systemNow}).run();
        CHECK_FALSE(report.stopped);
        return report;
    }

    std::string enrolment;
    std::unique_ptr<Handheld> handheld;
    OpenServer server;
    std::vector<std::string> tokens;
};

void checkAbsent(const DiskImage& image, const std::vector<std::string>& planted)
{
    for (const std::string& text : planted) {
        CAPTURE(text);
        CHECK(image.filesWith(text) == std::vector<std::string> {});
    }
}

} // namespace

TEST_CASE(
    "P9: a lost handheld shows a finder its own sheet and nothing else, and no log-in once the PIN is spent",
    "[reliability][handheld]")
{
    const TempFolder folder;
    CountOffice office("sqlite:" + (folder / "registry.db").string(), folder / "office");
    office.found();
    office.import("units", kUnits);
    office.import("people", kPeople);
    office.import("places", kPlaces);
    office.import("assets", kAssets);
    office.openTask();
    office.setUpAccounts();
    const CountOffice::Clerk clerk = office.addClerk("U001", 1);
    const CountOffice::Clerk colleague = office.addClerk("U001", 2);
    const CountOffice::Clerk stranger = office.addClerk("U002", 3);
    office.startServer(0);

    Device theirs(folder / "theirs", office, stranger);
    theirs.say("隔壁的便条");
    CHECK(theirs.sync().proven);
    Device colleagues(folder / "colleagues", office, colleague);
    colleagues.say("同事的便条");
    CHECK(colleagues.sync().proven);

    Device lost(folder / "lost", office, clerk);
    auto pin = *must(PinLock::of(lost.handheld->store()));
    must(pin.set(kPin));
    Sighting seen;
    seen.code = "TY2022000001";
    seen.place = "A-101";
    seen.photos = {*must(lost.handheld->keepPhoto(smallJpeg() + "Camera of Ouyang, GPS 27.5501N 109.9592E")),
        *must(lost.handheld->keepPhoto(smallPng()))};
    must(lost.handheld->scan(seen));
    const SyncReport report = lost.sync();
    CHECK(report.proven);
    CHECK(report.photos == 2);
    seen.code = "TY2022000003";
    must(lost.handheld->scan(seen));
    lost.say("本局的便条，尚未同步");

    // Secrets that went through the handheld or lie in the office.
    std::vector<std::string> secrets {
        clerk.password, colleague.password, stranger.password, kNewPassword, kPin, lost.tokens.front()};
    secrets.push_back(must(EnrolmentCode::parse(lost.enrolment))->code);
    for (const Device* other : {&theirs, &colleagues}) {
        secrets.insert(secrets.end(), other->tokens.begin(), other->tokens.end());
        secrets.push_back(must(EnrolmentCode::parse(other->enrolment))->code);
    }

    {
        const DiskImage image(folder / "lost"); // as it lies there, with the program running
        REQUIRE(image.names().size() >= 6); // the store, its log, the keys, two pictures
        for (const std::string& text : kThere) {
            CAPTURE(text);
            CHECK_FALSE(image.filesWith(text).empty());
        }
        checkAbsent(image, kNeverThere);
        checkAbsent(image, secrets);
        // The log-in is there while it is needed: it takes the storage of the device to keep it from who
        // opens that.
        CHECK_FALSE(image.filesWith(lost.tokens.back()).empty());
    }

    const std::string pinHash = lost.handheld->store().pin().hash;
    for (int i = 0; i < PinLock::kMostFailures; ++i)
        CHECK_FALSE(pin.open("1111"));
    CHECK_FALSE(lost.handheld->store().login());
    const DiskImage image(folder / "lost");
    secrets.insert(secrets.end(), {lost.tokens.back(), pinHash});
    checkAbsent(image, secrets);
    checkAbsent(image, kNeverThere);
    CHECK_FALSE(image.filesWith("本局的便条，尚未同步").empty()); // no scan goes with the log-in
    CHECK(lost.handheld->outbox().counts().waiting == 2);
}

TEST_CASE("P9: the search of a disk finds what lies there in either form, also after it was deleted",
    "[reliability][handheld]")
{
    const TempFolder folder;
    const std::string text = "张三 13974512345";
    writeFile(folder / "utf8", "before" + text + "after");
    std::string wide;
    for (const char16_t unit : std::filesystem::path(text).u16string())
        wide += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    writeFile(folder / "utf16", "x" + wide);
    writeFile(folder / "other", "张四");
    CHECK(DiskImage(folder.path()).filesWith(text) == std::vector<std::string> {"utf16", "utf8"});

    // A store that leaves what it deletes: the very thing that a handheld's must not do.
    const auto file = folder / "device" / "handheld.db";
    std::filesystem::create_directory(file.parent_path());
    const auto store = std::move(*must(HandheldStore::open(file)));
    store->session().sql() << "PRAGMA secure_delete = OFF";
    store->setLogin({"clerk01", "张三", "U001", "a-token-that-was-given", {}, false});
    store->session().sql() << "DELETE FROM login";
    CHECK_FALSE(DiskImage(folder / "device").filesWith("a-token-that-was-given").empty());
}
