/**
 * The functions of JavaScript that Python's program may call after it is sealed, each group with the reason. All others
 * that it imports, in this version of Pyodide or a later one, are disabled: see `close-imports.ts`.
 */
export const openImports: readonly { readonly reason: string; readonly names: readonly string[] }[] = [
  {
    reason: 'The host calls a function of Python with a text and gets a text.',
    names: [
      ...['js2python_js', 'JsvArray_Get', 'JsvError_Check', 'JsvNoValue_Check', 'new_error'],
      ...['_python2js_ascii', '_python2js_ucs1', '_python2js_ucs2', '_python2js_ucs4'],
    ],
  },
  {
    reason: 'How Python ends, calls by address within itself, and asks for more memory, which is bounded.',
    names: [
      ...['_abort_js', '__assert_fail', 'exit', 'proc_exit', '_PyEM_TrampolineCall_JS', '__call_sighandler'],
      ...['_Py_CheckEmscriptenSignals_Helper', '_Py_emscripten_runtime', '_emscripten_runtime_keepalive_clear'],
      ...['emscripten_runtime_keepalive_push', 'emscripten_runtime_keepalive_pop'],
      ...['emscripten_resize_heap', 'emscripten_get_heap_max', '_mmap_js', '_munmap_js', '_msync_js'],
      ...[
        'environ_get',
        'environ_sizes_get',
        '__syscall_getuid32_js',
        '__syscall_umask_js',
        '_emscripten_get_progname',
      ],
    ],
  },
  {
    reason: 'Time and chance.',
    names: [
      ...['clock_res_get', 'clock_time_get', 'emscripten_date_now', 'emscripten_get_now', 'random_get'],
      ...['_gmtime_js', '_localtime_js', '_mktime_js', '_timegm_js', '_tzset_js'],
    ],
  },
  {
    reason: "Files and pipes in the interpreter's own memory; what is written to its output is the block's output.",
    names: [
      ...['fd_close', 'fd_fdstat_get', 'fd_pread', 'fd_pwrite', 'fd_read', 'fd_seek', 'fd_sync', 'fd_write'],
      ...['chdir', 'chmod', 'dup', 'dup3', 'faccessat', 'fadvise64', 'fallocate', 'fchdir', 'fchmod', 'fchmodat2'],
      ...['fchown32', 'fchownat', 'fcntl64', 'fdatasync', 'fstat64', 'fstatfs64', 'ftruncate64', 'getcwd'],
      ...['getdents64', 'ioctl', 'lstat64', 'mkdirat', 'mknodat', 'newfstatat', 'openat', 'pipe', 'poll', 'readlinkat'],
      ...['renameat', 'rmdir', 'stat64', 'statfs64', 'symlinkat', 'truncate64', 'unlinkat', 'utimensat'],
    ].map((name) => (/^fd_/.test(name) ? name : `__syscall_${name}`)),
  },
  {
    reason: 'They ask whether a descriptor is a socket, which none is, and leave the rest to the file system.',
    names: ['_try_fcntl64', '_maybe_poll_async'],
  },
];
