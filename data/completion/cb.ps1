# The Tab key for cb in PowerShell (5.1 and newer). Add it to your profile: cb --show-completion powershell >> $PROFILE
Register-ArgumentCompleter -Native -CommandName cb, clientbridge -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @()
    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        $typed += if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $element.Value } else { $element.Extent.Text }
    }
    $current = $wordToComplete.Trim('"', "'")
    # An empty argument would be lost on the way to a program before PowerShell 7.3, so it is written as a sign.
    $empty = [char]0x2400
    $typed = @($typed | ForEach-Object { if ($_ -eq '') { $empty } else { $_ } })
    $asked = if ($current -eq '') { $empty } else { $current }
    $before = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $answer = @(& cb --tab powershell @typed $asked 2>$null)
    } finally {
        [Console]::OutputEncoding = $before
    }
    $kind = $answer | Select-Object -First 1
    if ($kind -eq 'files' -or $kind -eq 'folders') { return }
    foreach ($line in ($answer | Select-Object -Skip 1)) {
        $word, $meaning = $line -split "`t", 2
        if (-not $meaning) { $meaning = $word }
        # Quotes that do not expand anything; a quote inside is doubled, the curly ones too, which count as quotes.
        $written = if ($word -match '^[\w./:=+%-]+$') { $word } else { "'" + ($word -replace "(['\u2018\u2019\u201a\u201b])", '$1$1') + "'" }
        [System.Management.Automation.CompletionResult]::new($written, $word, 'ParameterValue', $meaning)
    }
}
