#pragma once

#include "app/exchange/columns.h"

namespace guanwu {

inline constexpr ColumnSpec kUnitColumns[] = {
    {"code", "单位编码|单位代码|编码", true, 32},
    {"name", "单位名称|名称", true, 200},
    {"uscc", "统一社会信用代码", false, 40},
    {"org_type", "单位类型", true, 24},
    {"organ_level", "机关级别", false, 24},
    {"parent", "主管部门", false, 32},
    {"division", "行政区划", false, 12},
    {"posts_established", "编制数", false, 12},
    {"posts_filled", "编制内实有人数|实有人数", false, 12},
    {"in_inventory", "纳入本次清查|纳入清查", false, 8},
};

inline constexpr ColumnSpec kPersonColumns[] = {
    {"code", "人员编码|工号|编码", true, 32},
    {"name", "姓名", true, 100},
    {"unit", "单位|单位编码", true, 32},
    {"department", "部门|使用部门|科室", false, 100},
    {"rank", "职级", false, 50},
    {"post", "职务", false, 100},
    {"in_post", "在编在岗|在岗", false, 8},
};

inline constexpr ColumnSpec kPlaceColumns[] = {
    {"code", "地点编码|编码", true, 64},
    {"kind", "地点类型|类型", true, 16},
    {"name", "地点名称|名称", true, 200},
    {"parent", "上级地点", false, 64},
    {"unit", "单位|使用单位", false, 32},
    {"usable_m2", "使用面积", false, 20},
    {"room_kind", "房间类别", false, 16},
};

inline constexpr ColumnSpec kAssetColumns[] = {
    {"asset_no", "资产编号", true, 64},
    {"legacy_no", "原资产编号|旧资产编号|原编号", false, 64},
    {"unit", "单位|会计主体|单位编码", true, 32},
    {"using_unit", "使用单位", false, 32},
    {"right_holder", "权利人", false, 32},
    {"department", "使用部门|部门", false, 100},
    {"user", "使用人", false, 100},
    {"keeper", "管理人|保管人", false, 100},
    {"place", "存放地点", false, 64},
    {"class_edition", "分类版本", false, 8},
    {"class_code", "资产分类代码|分类代码|资产分类", true, 16},
    {"name", "资产名称|名称", true, 200},
    {"brand", "品牌", false, 100},
    {"model", "规格型号|型号", false, 200},
    {"serial_no", "序列号", false, 100},
    {"quantity", "数量", false, 12},
    {"unit_of_measure", "计量单位", false, 20},
    {"original_yuan", "原值|账面原值", true, 24},
    {"fiscal_yuan", "其中:财政拨款|财政拨款", false, 24},
    {"acquired_on", "取得日期", true, 20},
    {"booked_on", "财务入账日期|入账日期", false, 20},
    {"acquisition_method", "取得方式", false, 24},
    {"life_months", "折旧年限(月)|折旧年限", false, 8},
    {"accumulated_yuan", "累计折旧", false, 24},
    {"use_state", "使用状况|使用状态", false, 24},
    {"idle_since", "闲置起始日", false, 20},
    {"remark", "备注", false, 500},
    // vehicle
    {"plate_no", "车牌号", false, 20},
    {"vin", "车辆识别代号|车架号", false, 17},
    {"engine_no", "发动机号", false, 50},
    {"make_model", "厂牌型号", false, 100},
    {"displacement_l", "排气量", false, 20},
    {"origin", "车辆产地", false, 16},
    {"quota_state", "编制情况", false, 16},
    {"official_use", "公务用车类别", false, 16},
    {"registered_on", "注册登记日期", false, 20},
    {"mileage_km", "行驶里程", false, 12},
    {"gps_state", "卫星定位终端", false, 16},
    {"on_platform", "平台车辆", false, 8},
    // building and land
    {"address", "坐落位置|坐落", false, 200},
    {"structure", "建筑结构", false, 24},
    {"floor_m2", "建筑面积", false, 20},
    {"usable_area_m2", "使用面积", false, 20},
    {"basement_m2", "地下面积", false, 20},
    {"land_m2", "土地面积", false, 20},
    {"certified_m2", "证载面积", false, 20},
    {"area_self_m2", "自用面积", false, 20},
    {"area_lent_m2", "出借面积", false, 20},
    {"area_leased_m2", "出租面积", false, 20},
    {"area_invested_m2", "对外投资面积", false, 20},
    {"area_pledged_m2", "担保面积", false, 20},
    {"area_other_m2", "其他面积|其他(闲置)面积", false, 20},
    {"completed_on", "竣工日期", false, 20},
    {"floors", "层数", false, 8},
    {"building_no", "幢号", false, 50},
    {"parcel_no", "地号", false, 50},
    {"land_nature", "权属性质", false, 16},
    {"title_state", "产权形式", false, 16},
    {"cert_kind", "权属证明", false, 24},
    {"cert_no", "权属证号|证号", false, 100},
    {"cert_date", "发证时间", false, 20},
    {"final_accounts", "竣工财务决算", false, 16},
    {"safety_grade", "安全等级", false, 4},
};

inline constexpr ColumnSpec kRoomColumns[] = {
    {"place", "房间编码|房间|地点编码", true, 64},
    {"room_kind", "房间类别", true, 16},
    {"service_kind", "服务用房细类", false, 50},
    {"usable_m2", "使用面积", true, 20},
    {"floor_area_share_m2", "建筑面积(分摊)|分摊建筑面积", false, 20},
    {"state", "状态", false, 16},
    {"toilet_m2", "卫生间面积", false, 20},
    {"rest_m2", "休息室面积", false, 20},
};

inline constexpr ColumnSpec kAllocationColumns[] = {
    {"certificate_no", "使用凭证号", true, 64},
    {"unit", "使用单位", true, 32},
    {"room", "房间|房间清单", true, 64},
    {"approved_m2", "核定面积", true, 20},
    {"agreement_no", "协议号", false, 64},
    {"term_from", "期限起", false, 20},
    {"term_to", "期限止", false, 20},
    {"approval_no", "审批文号", false, 64},
    {"approved_on", "审批日期", true, 20},
    {"handed_over_on", "交接日期", false, 20},
    {"vacate_by", "腾退期限", false, 20},
    {"vacated_on", "实际腾退", false, 20},
    {"published_on", "公示日期", false, 20},
    {"remark", "备注", false, 500},
};

inline constexpr ColumnSpec kCertificateColumns[] = {
    {"cert_no", "不动产权证号", true, 100},
    {"cert_kind", "证书类型", false, 24},
    {"reg_kind", "登记类型", false, 24},
    {"right_holder", "权利人", true, 32},
    {"co_ownership", "共有情况", false, 24},
    {"location", "坐落", true, 200},
    {"unit_no", "不动产单元号", false, 500},
    {"right_type", "权利类型", false, 100},
    {"right_nature", "权利性质", false, 100},
    {"use", "用途", false, 100},
    {"parcel_m2", "宗地面积", false, 20},
    {"land_share_m2", "土地使用权分摊面积", true, 20},
    {"floor_m2", "建筑面积", true, 20},
    {"term_from", "使用期限起", false, 20},
    {"term_to", "使用期限止", false, 20},
    {"issued_on", "登记日期", true, 20},
    {"issuer", "发证机关", false, 100},
    {"buildings", "涉及楼栋|楼栋清单", false, 2000},
    {"using_units", "使用单位", false, 2000},
    {"incomplete", "容缺标志", false, 8},
    {"missing_papers", "缺件清单|缺件", false, 500},
    {"former_cert_no", "原证号", false, 200},
    {"state", "状态", false, 16},
    {"remark", "备注|附记", false, 500},
};

inline constexpr ColumnSpec kRepairColumns[] = {
    {"application_no", "申请号", true, 64},
    {"unit", "单位", true, 32},
    {"building", "楼栋", true, 64},
    {"kind", "维修类别", true, 24},
    {"area_m2", "面积", true, 20},
    {"estimate_yuan", "概算", false, 24},
    {"approved_yuan", "批准金额", false, 24},
    {"approval_no", "批准文号", false, 64},
    {"approved_on", "批准日期", false, 20},
    {"state", "状态", false, 16},
    {"remark", "备注", false, 500},
};

inline constexpr ColumnSpec kOccupantColumns[] = {
    {"room", "房间|房间编码", true, 64},
    {"person", "使用人|人员编号", true, 64},
    {"kind", "用房性质", false, 16},
    {"from_on", "启用日期|起", true, 20},
    {"ended_on", "应退起算日", false, 20},
    {"end_ground", "退房原因", false, 16},
    {"to_on", "退房日期|止", false, 20},
    {"approval_no", "审批文号", false, 64},
};

inline constexpr ColumnSpec kLedgerColumns[] = {
    {"unit", "单位", true, 32},
    {"month", "月份|会计期间", true, 10},
    {"account", "科目|科目编码", true, 16},
    {"class_code", "资产分类|资产分类代码", true, 16},
    {"balance_yuan", "余额|期末余额", true, 24},
};

} // namespace guanwu
