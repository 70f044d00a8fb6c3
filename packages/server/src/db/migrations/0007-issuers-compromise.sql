-- Why a key was declared compromised: whoever asks later gets an answer.
alter table signing_key add column compromise_reason text;
