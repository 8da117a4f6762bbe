#pragma once

#include "app/demo/city_plan.h"
#include "app/demo/table_file.h"

namespace guanwu {

void writeUnits(const City& city, TableFile& out);
void writePlaces(const City& city, TableFile& out);
void writePeople(const City& city, TableFile& out);
void writeRooms(const City& city, TableFile& out);
void writeCertificates(const City& city, TableFile& out);
void writeAllocations(const City& city, TableFile& out);
void writeRepairs(const City& city, TableFile& out);
void writeOccupants(const City& city, TableFile& out);

} // namespace guanwu
