//! Shell completions and the manual page, from the definitions of the command line.

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io;

/// The completion script of a shell.
#[must_use]
pub fn completions(mut command: Command, shell: Shell) -> String {
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, name, &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The manual page in roff: one page with all commands, so that one file is enough.
///
/// # Errors
/// Never in practice: what is written to is memory.
pub fn man(mut command: Command) -> io::Result<String> {
    command.build();
    let subs: Vec<Command> = command
        .get_subcommands()
        .filter(|sub| !sub.is_hide_set() && sub.get_name() != "help")
        .cloned()
        .collect();
    let program = Man::new(command);
    let mut page = rendered(|w| {
        program.render_title(w)?;
        program.render_name_section(w)?;
        program.render_synopsis_section(w)?;
        program.render_description_section(w)?;
        program.render_options_section(w)
    })?;
    for sub in subs {
        page.push_str(".SH \"");
        page.push_str(&sub.get_name().to_uppercase());
        page.push_str("\"\n");
        let remarks = sub.get_after_help().is_some();
        let man = Man::new(sub);
        let sections = rendered(|w| {
            man.render_description_section(w)?;
            man.render_synopsis_section(w)?;
            man.render_options_section(w)?;
            if remarks { man.render_extra_section(w) } else { Ok(()) }
        })?;
        page.push_str(&sections.replace("\n.SH EXTRA", "\n.SS REMARKS").replace("\n.SH ", "\n.SS "));
    }
    page.push_str(&rendered(|w| program.render_version_section(w))?);
    Ok(page)
}

fn rendered(render: impl Fn(&mut Vec<u8>) -> io::Result<()>) -> io::Result<String> {
    let mut roff = Vec::new();
    render(&mut roff)?;
    Ok(String::from_utf8_lossy(&roff).into_owned())
}

#[cfg(test)]
mod tests {
    use super::{completions, man};
    use clap::{Arg, Command, ValueEnum};
    use clap_complete::Shell;

    fn program() -> Command {
        let check = Command::new("check")
            .about("Checks it")
            .after_help("Exit codes")
            .arg(Arg::new("offline").long("offline").help("No network"));
        let list = Command::new("list").about("Lists it");
        let hidden = Command::new("action").hide(true).about("Runs inside");
        Command::new("prs").version("1.2.3").about("A program").subcommands([check, list, hidden])
    }

    #[test]
    fn every_shell_gets_a_script_that_knows_the_flags() {
        for shell in Shell::value_variants() {
            let script = completions(program(), *shell);
            assert!(script.contains("check") && script.contains("offline"), "{shell}: {script}");
        }
    }

    #[test]
    fn one_page_tells_of_every_command_that_is_not_hidden() {
        let page = man(program()).unwrap();
        assert_eq!(page.matches(".TH ").count(), 1, "{page}");
        assert!(page.contains("\n.SH \"CHECK\"\n"), "{page}");
        assert!(page.contains("\n.SS SYNOPSIS\n") && page.contains("No network"), "{page}");
        assert!(!page.contains("Runs inside"), "{page}");
        assert!(page.contains("1.2.3"));
        assert_eq!(page.matches("REMARKS").count(), 1, "only where there are some: {page}");
    }
}
