"""The command line of the desktop program."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from creditbank_desktop.app.arguments import command_line
from creditbank_desktop.app.exits import Exit
from creditbank_desktop.devices.limited_process import FLAG as LIMITED_TASK
from creditbank_desktop.devices.limited_process import main as limited_task
from creditbank_desktop.devices.limited_worker import WORKER_FLAG, worker_main
from creditbank_desktop.devices.paths import forbid_memory_dumps
from creditbank_desktop.domain.failures import EnvironmentFault, Problems, Refused


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; without one, open the window. Returns the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == [LIMITED_TASK]:
        return limited_task(words[1:])
    if words[:1] == [WORKER_FLAG]:
        return worker_main(words[1:])
    arguments = command_line().parse_args(words)
    forbid_memory_dumps()
    try:
        return int(_run(arguments))
    except (EnvironmentFault, Refused, Problems) as failure:
        _tell(failure, in_window=arguments.command is None and has_display())
        return Exit.ENVIRONMENT if isinstance(failure, EnvironmentFault) else Exit.FINDINGS


def _tell(failure: EnvironmentFault | Refused | Problems, *, in_window: bool) -> None:
    from creditbank_desktop.app import telling

    lines = telling.told(failure)
    for line in lines:
        print(f"creditbank: {line}", file=sys.stderr)
    if in_window and not (sys.stderr and sys.stderr.isatty()):
        telling.show_in_window(lines)


def _run(arguments: argparse.Namespace) -> int:
    match arguments.command:
        case "demo":
            from creditbank_desktop.app.demo.walk import walk_main_path

            return walk_main_path(arguments.out, arguments.lang, screenshots=not arguments.no_screenshots)
        case "doctor":
            from creditbank_desktop.app.doctor import examine

            if arguments.replay or arguments.rebuild:
                from creditbank_desktop.app.replaying import replay_command

                return replay_command(arguments)
            return examine(arguments.data_dir, as_json=arguments.json, login=arguments.login)
        case "salvage":
            from creditbank_desktop.app.salvage import salvage_command

            return salvage_command(arguments)
        case "remove-sample":
            return _remove_sample(arguments.data_dir)
        case "recover":
            from creditbank_desktop.app.recover_command import recover

            return recover(arguments)
        case "bench":
            from creditbank_desktop.app.bench.runner import run_bench

            return run_bench(arguments.name, as_json=arguments.json, size=arguments.size)
        case "backup" | "backups" | "restore" | "export":
            from creditbank_desktop.app.backup_commands import run_command

            return run_command(arguments)
    if not has_display():
        return _without_display(arguments)
    from creditbank_desktop.app.desktop import run_desktop

    return run_desktop(arguments.data_dir, arguments.lang, sample=arguments.demo)


def _remove_sample(data_dir: Path | None) -> int:
    from creditbank_desktop.app.front_door import remove_sample
    from creditbank_desktop.devices.paths import folders_under, system_folders

    folders = system_folders() if data_dir is None else folders_under(data_dir)
    removed = remove_sample(folders.data)
    print("The sample office was removed." if removed else "There is no sample office.")
    return Exit.DONE


def has_display() -> bool:
    """Return whether a window can be opened; only Linux can be without one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _without_display(arguments: argparse.Namespace) -> int:
    if not arguments.demo:
        print(
            "creditbank: there is no display, so no window can be opened.\n"
            "  'creditbank demo --out DIR' walks the main path without one;\n"
            "  'creditbank doctor' examines the installation.",
            file=sys.stderr,
        )
        return Exit.ENVIRONMENT
    out = Path("out") / "demo"
    print(f"There is no display, so no window is opened. Walking the main path instead, into {out} …")
    from creditbank_desktop.app.demo.walk import walk_main_path

    return walk_main_path(out, arguments.lang, screenshots=True)


if __name__ == "__main__":
    sys.exit(main())
