#pragma once

#include <pthread.h>

namespace guanwu {

/// What `top -H` and profilers call the calling thread: at most 15 characters.
inline void nameThread(const char* name) { pthread_setname_np(pthread_self(), name); }

} // namespace guanwu
