#include "app/cli/current_user.h"

#include "core/audit/local_actor.h"

#include <pwd.h>
#include <unistd.h>

namespace guanwu {

std::string currentUser()
{
    const passwd* user = ::getpwuid(::getuid());
    return user ? user->pw_name : "cli";
}

std::string localActor() { return std::string(kLocalActor) + currentUser(); }

} // namespace guanwu
